// Bytecode to IR, function by function: turns the stack machine into SSA, lifts
// every `try` body into a function of its own (called by a try_ terminator).
//
// The stack is abstract: a slot holds the value that the machine would have
// there. Merges get a parameter for every slot; simplify() removes the ones
// that are not needed. Linear in the code times the stack's depth at merges.
#pragma once

#include "ir/ir.h"

#include <memory>
#include <optional>

namespace loo {

struct BuildState;

// Building a function finds the closures that it makes: they are in the program
// from then on, but without code until somebody asks for it. Most of what a
// program links is never asked for.
class ProgramBuilder {
public:
  // `primitives`: by number of C_CALL, see primitive_uses(). The image must
  // outlive the builder, which takes its constants and globals. `allocations`: as in
  // the program, which tells (`asks`) whether that is wanted.
  ProgramBuilder(Image& image, std::vector<PrimitiveUse> primitives, bool allocations);
  ~ProgramBuilder();

  [[nodiscard]] Program& program() { return program_; }

  // Both: an error is ErrorKind::input, when the code is malformed (merges of
  // different depth, ...), with the offset in CODE.
  // The main code of each unit.
  std::optional<Diagnostic> build_mains();
  // The code of a closure; nothing if it has its code already.
  std::optional<Diagnostic> build_closure(FuncId id);

private:
  std::optional<Diagnostic> build(FuncId id, std::uint32_t entry, std::uint32_t stop);

  const Image& image_;
  Program program_;
  std::unique_ptr<BuildState> state_;
};

} // namespace loo
