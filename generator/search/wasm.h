/*
 * The engine as it is put into sites: WebAssembly, made of wasm.c and the
 * engine when the program is built.
 */
#ifndef SEARCH_WASM_H
#define SEARCH_WASM_H

#include <stddef.h>

extern const unsigned char engine_wasm[];
extern const size_t engine_wasm_length;

#endif
