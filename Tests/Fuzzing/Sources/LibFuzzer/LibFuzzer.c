#include "LibFuzzer.h"

// From libclang_rt.fuzzer_no_main, which has no header for C.
int LLVMFuzzerRunDriver(int *argc, char ***argv, FuzzedFunction function);

int runLibFuzzer(int argc, char **argv, FuzzedFunction function) {
    return LLVMFuzzerRunDriver(&argc, &argv, function);
}
