// The compiler as a library: an Image in, Lua out. Everything between is pure.
#pragma once

#include "bytecode/image.h"
#include "support/diagnostic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace loo {

// A file that the program finds in memory, under a path of that name.
struct EmbeddedFile {
  std::string name;
  std::string content;
};

struct CompileOptions {
  std::string target = "portable";
  int int_width = 0;           // 32 or 63; 0: the target's own
  int level = 2;               // see optimize.h
  bool allow_missing = false;  // missing primitives raise when they are called
  std::string dump;            // a phase whose result is wanted as text, or empty
  bool verify = false;         // check the invariants of the IR between the phases
  bool trace_primitives = false; // calls of primitives are written to the standard error
  std::vector<EmbeddedFile> files; // if the program looks at files at all
  bool debug_info = false;     // comments tell where functions are from; with the image's events, backtraces
};

struct PhaseTime {
  std::string phase;
  double milliseconds;
};

struct CompileOutput {
  std::string lua;
  std::string dump;
  std::vector<PhaseTime> times;
};

// Errors: usage (unknown target or phase), input (malformed code), limit,
// missing_primitive (all names in one message).
[[nodiscard]] Result<CompileOutput> compile_image(Image image, const CompileOptions& options);

struct UnitOutput {
  std::string lua;                  // a block, see assemble.h
  std::vector<std::string> runtime; // what it uses of the runtime, sorted
  int int_width;
};
// A unit by itself (UnitImage::image).
[[nodiscard]] Result<UnitOutput> compile_unit(Image image, const CompileOptions& options);

[[nodiscard]] Diagnostic missing_primitives(const std::vector<std::string>& names);

struct RuntimeReport {
  std::vector<std::string> used;    // sorted
  std::vector<std::string> missing; // sorted
};
// The primitives that the program calls after dead code is gone.
[[nodiscard]] Result<RuntimeReport> check_runtime(Image image, const CompileOptions& options);

[[nodiscard]] std::vector<std::string> target_names();

struct FunctionSize {
  std::string name;
  std::uint32_t pc;            // in words
  std::uint32_t instructions;  // nodes of the IR
  std::uint32_t locals;        // most at one point, of 200
  std::uint32_t upvalues;      // names from outside, of 60 (5.1, LuaJIT) or 255
};
// Biggest first.
[[nodiscard]] Result<std::vector<FunctionSize>> function_sizes(Image image, const CompileOptions& options);

} // namespace loo
