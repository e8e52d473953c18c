#ifndef LIB_FUZZER_H
#define LIB_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Takes one input; 0 says that libFuzzer may keep it.
typedef int (*FuzzedFunction)(const uint8_t *data, size_t size);

/// Runs libFuzzer with its own command line arguments until it has had enough or finds something.
int runLibFuzzer(int argc, char **argv, FuzzedFunction function);

#endif
