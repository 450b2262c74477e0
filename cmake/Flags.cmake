# Warnings, sanitizers and the compiler cache, for every target of the project.
add_library(entente_flags INTERFACE)
target_compile_options(entente_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
# g++ 12 sees overlapping copies in sound uses of std::string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(entente_flags INTERFACE -Wno-restrict)
endif()
if(ENTENTE_SANITIZE)
  target_compile_options(entente_flags INTERFACE -fsanitize=${ENTENTE_SANITIZE} -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=all)
  target_link_options(entente_flags INTERFACE -fsanitize=${ENTENTE_SANITIZE})
  # Instrumented code makes g++ doubt what std::regex has set.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(entente_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
