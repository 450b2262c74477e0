# A room is an object library over the *.cc below src/<name>/; *_test.cc files beside the code become
# the room's test program.

set(ENTENTE_ROOMS "" CACHE INTERNAL "")

function(entente_room name)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  add_library(entente_${name} OBJECT ${sources})
  target_include_directories(entente_${name} PUBLIC ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(entente_${name} PUBLIC ${ROOM_LINKS} Threads::Threads PRIVATE $<BUILD_INTERFACE:entente_flags>)
  set_target_properties(entente_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  set(ENTENTE_ROOMS ${ENTENTE_ROOMS} ${name} CACHE INTERNAL "")
endfunction()

# The library that programs link: all rooms in one archive.
function(entente_library)
  add_library(entente STATIC)
  add_library(entente::entente ALIAS entente)
  foreach(room IN LISTS ENTENTE_ROOMS)
    target_sources(entente PRIVATE $<TARGET_OBJECTS:entente_${room}>)
    get_target_property(links entente_${room} LINK_LIBRARIES)
    list(FILTER links EXCLUDE REGEX "entente_flags")
    target_link_libraries(entente PRIVATE ${links})
  endforeach()
  target_include_directories(entente PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>
                                            $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endfunction()
