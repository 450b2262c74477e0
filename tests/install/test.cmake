# Installs into a folder of the build, looks at what lies there, builds the consumer against it and
# runs it and the installed binary.
cmake_minimum_required(VERSION 3.25)
set(prefix ${BUILD}/install-test/prefix)
set(consumer ${BUILD}/install-test/consumer)
file(REMOVE_RECURSE ${BUILD}/install-test)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\nexit status ${status}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(path bin/entente include/entente/engine.h share/entente/data/actors/states.txt
             share/entente/models/english.entente share/man/man1/entente.1
             share/bash-completion/completions/entente share/zsh/site-functions/_entente)
  if(NOT EXISTS ${prefix}/${path})
    message(FATAL_ERROR "not installed: ${path}")
  endif()
endforeach()

run(${CMAKE_COMMAND} -S ${SOURCE}/tests/consumer -B ${consumer} -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_EXE_LINKER_FLAGS=${LINK_FLAGS}")
run(${CMAKE_COMMAND} --build ${consumer})
run(${consumer}/consumer ${prefix}/share/entente/data ${prefix}/share/entente/models/english.entente)
if(NOT output MATCHES "ASSAULT bombed")
  message(FATAL_ERROR "the consumer program printed: ${output}")
endif()

file(WRITE ${BUILD}/install-test/one.txt "Russia bombed Turkey on Monday.\n")
run(${prefix}/bin/entente code ${BUILD}/install-test/one.txt)
if(NOT output MATCHES "\"type\":\"ASSAULT\"")
  message(FATAL_ERROR "the installed binary printed: ${output}")
endif()
