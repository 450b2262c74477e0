# What `cmake --install` lays down: the binary, the library with its headers, data, model, man page,
# completions, and a package that `find_package(entente)` finds.
include(CMakePackageConfigHelpers)

install(TARGETS entente EXPORT ententeTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS entente_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/entente DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY data models DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
install(FILES docs/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completions/entente.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME entente)
install(FILES completions/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/entente.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE NOTICE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION ${package})
configure_package_config_file(cmake/ententeConfig.cmake.in ${CMAKE_BINARY_DIR}/ententeConfig.cmake
                              INSTALL_DESTINATION ${package})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/ententeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/ententeConfig.cmake ${CMAKE_BINARY_DIR}/ententeConfigVersion.cmake
        cmake/Dependencies.cmake DESTINATION ${package})
