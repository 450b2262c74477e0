# Library code never prints and never exits: looks for such symbols among what the archive needs.
execute_process(COMMAND ${NM} --undefined-only -j ${LIBRARY} RESULT_VARIABLE status OUTPUT_VARIABLE symbols)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "nm could not read ${LIBRARY}")
endif()
string(REPLACE "\n" ";" symbols "${symbols}")
list(REMOVE_DUPLICATES symbols)
set(forbidden exit _exit quick_exit _Exit printf vprintf puts putchar perror stdout stderr
    _ZSt4cout _ZSt4cerr _ZSt4clog)
foreach(symbol IN LISTS symbols)
  if(symbol IN_LIST forbidden OR symbol MATCHES "^_ZN3fmt.*5print|vprint")
    message(SEND_ERROR "the library uses ${symbol}")
  endif()
endforeach()
