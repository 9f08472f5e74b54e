# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project has in common. Nothing else decides flags.

add_library(build_flags INTERFACE)
target_include_directories(build_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(build_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 LOREDESK_VERSION="${PROJECT_VERSION}")
# Warnings are errors for who works on it. What people build for themselves must not fail for what a compiler that nobody
# here has seen warns of.
if(MSVC)
    target_compile_options(build_flags INTERFACE /W4 $<$<CONFIG:Debug>:/WX> /permissive- /utf-8)
else()
    target_compile_options(build_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
        $<$<CONFIG:Debug>:-Werror>)
    # Optimised, GCC 14 sees uses of a std::optional that is empty.
    target_compile_options(build_flags INTERFACE
        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized>)
    # Libraries and programs share the precompiled headers, so all must be compiled alike: Qt 6.8 asks for -fPIE in programs.
    target_compile_options(build_flags INTERFACE -fPIC)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(transparent -fpch-preprocess)
    else()
        set(transparent "SHELL:-Xclang -fno-pch-timestamp")
    endif()
    if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS) # Lets ccache see through them.
        target_compile_options(build_flags INTERFACE ${transparent})
    endif()
endif()

option(LOREDESK_SANITIZE "Build with the address and undefined behaviour sanitizers" OFF)
if(LOREDESK_SANITIZE)
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(build_flags INTERFACE ${sanitizers})
    target_link_options(build_flags INTERFACE ${sanitizers})
    # Instrumented code makes GCC see uses of what is initialised (its documentation says so).
    target_compile_options(build_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    # For code that must know: the sanitizers reserve more address space than RLIMIT_AS would let a worker have.
    target_compile_definitions(build_flags INTERFACE LOREDESK_SANITIZE)
endif()

option(LOREDESK_FUZZ "Build what libFuzzer drives; needs clang" OFF)
if(LOREDESK_FUZZ)
    target_compile_options(build_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

option(LOREDESK_TIDY "Run clang-tidy on every file that is compiled" OFF)
if(LOREDESK_TIDY)
    find_program(CLANG_TIDY_PROGRAM NAMES clang-tidy clang-tidy-19 clang-tidy-14)
    if(CLANG_TIDY_PROGRAM)
        set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY_PROGRAM} --quiet)
    else()
        message(WARNING "clang-tidy is not installed here: this is an ordinary build.")
    endif()
endif()

# One precompiled header for everything without widgets and one for the window: each costs as much as three files.
# They are named by an include path, not by a file, so that the compiler's cache serves a second clone.
add_library(pch_core STATIC ${PROJECT_SOURCE_DIR}/cmake/pch/empty.cpp)
target_link_libraries(pch_core PRIVATE build_flags Qt6::Core)
target_precompile_headers(pch_core PRIVATE <cmake/pch/core.h>)
add_library(pch_widgets STATIC ${PROJECT_SOURCE_DIR}/cmake/pch/empty.cpp)
target_link_libraries(pch_widgets PRIVATE build_flags Qt6::Widgets)
target_precompile_headers(pch_widgets PRIVATE <cmake/pch/widgets.h>)
set_target_properties(pch_core pch_widgets PROPERTIES AUTOMOC OFF)

# loredesk_library(<name> [WIDGETS] SOURCES ... LINKS ...): one room of the source tree as a static library.
# Its links are the arrows between the rooms (CONTRIBUTING.md): a room can only call what it links.
function(loredesk_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "WIDGETS" "" "SOURCES;LINKS;PRIVATE_LINKS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC build_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
    if(arg_WIDGETS)
        target_precompile_headers(${name} REUSE_FROM pch_widgets)
    else()
        target_precompile_headers(${name} REUSE_FROM pch_core)
    endif()
endfunction()
