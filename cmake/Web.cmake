# The report's page: web/ is built into one C++ source, again only when something in web/ has changed.
set(ENTENTE_PAGE "" CACHE FILEPATH "The page as C++ source, built elsewhere; empty: build it from web/")

function(entente_page target)
  if(ENTENTE_PAGE)
    target_sources(${target} PRIVATE ${ENTENTE_PAGE})
    return()
  endif()
  find_program(ENTENTE_NODE NAMES node nodejs REQUIRED)
  find_program(ENTENTE_NPM npm REQUIRED)
  set(web ${CMAKE_SOURCE_DIR}/web)
  set(work ${CMAKE_BINARY_DIR}/web)
  file(GLOB sources CONFIGURE_DEPENDS ${web}/*.json ${web}/*.mjs ${web}/*.ts ${web}/*.html ${web}/src/*.ts
       ${web}/src/views/*.ts ${web}/styles/*.css ${web}/test/*.ts)
  add_custom_command(OUTPUT ${work}/out/page.cc
                     COMMAND ${CMAKE_SOURCE_DIR}/scripts/web.sh ${web} ${work}
                     DEPENDS ${sources} ${CMAKE_SOURCE_DIR}/scripts/web.sh
                     COMMENT "Building the report's page" VERBATIM)
  target_sources(${target} PRIVATE ${work}/out/page.cc)
endfunction()
