# SPDX-License-Identifier: GPL-3.0-or-later

set(LOREDESK_TEST_TIMEOUT_FACTOR 1)
if(LOREDESK_SANITIZE)
    set(LOREDESK_TEST_TIMEOUT_FACTOR 5)
endif()

function(loredesk_test_environment name)
    set(home ${PROJECT_BINARY_DIR}/homes/${name})
    file(MAKE_DIRECTORY ${home})
    set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC QT_LOGGING_RULES=qt.qpa.*=false
        HOME=${home} DBUS_SESSION_BUS_ADDRESS=disabled:)
    if(LOREDESK_SANITIZE)
        list(APPEND environment "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/lsan.supp:print_suppressions=0"
            # A small quarantine, or freed memory counts as held where a test looks at the size of a process.
            ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:quarantine_size_mb=8 UBSAN_OPTIONS=print_stacktrace=1)
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}"
        ENVIRONMENT_MODIFICATION "XDG_DATA_HOME=unset:;XDG_CONFIG_HOME=unset:;XDG_CACHE_HOME=unset:;XDG_STATE_HOME=unset:")
endfunction()

# loredesk_tests(<room> [CORE|GUI|WIDGETS] SOURCES tst_a.cpp ... LINKS ...): the tests of a room as one executable,
# tests_<room>, and one ctest entry per class (tst_a). Links are dear, above all under sanitizers.
# Each class has an empty home of its own and no session bus: a test reaches nothing of the person who runs it.
function(loredesk_tests room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "CORE;GUI;WIDGETS" "TIMEOUT" "SOURCES;LINKS")
    set(target tests_${room})
    set(pch pch_core)
    add_executable(${target} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/support/testmain.cpp)
    target_link_libraries(${target} PRIVATE build_flags Qt6::Test ${arg_LINKS})
    if(arg_WIDGETS)
        set(application QApplication)
        set(pch pch_widgets)
        target_link_libraries(${target} PRIVATE Qt6::Widgets)
    elseif(arg_GUI)
        set(application QGuiApplication)
        target_link_libraries(${target} PRIVATE Qt6::Gui)
    else()
        set(application QCoreApplication)
    endif()
    target_compile_definitions(${target} PRIVATE LOREDESK_TEST_APPLICATION=${application}
        LOREDESK_TEST_APPLICATION_HEADER=<${application}> FIXTURES="tests/fixtures")
    target_precompile_headers(${target} REUSE_FROM ${pch})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * ${LOREDESK_TEST_TIMEOUT_FACTOR}")
    foreach(source IN LISTS arg_SOURCES)
        get_filename_component(name ${source} NAME_WE)
        if(name MATCHES "^tst_" AND source MATCHES "\\.cpp$")
            # From the project's root, so that no path is compiled in: the compiler's cache then serves every clone.
            add_test(NAME ${name} COMMAND ${target} ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
            loredesk_test_environment(${name})
            set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS ${room})
        endif()
    endforeach()
endfunction()
