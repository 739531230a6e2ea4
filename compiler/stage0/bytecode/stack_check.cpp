#include "bytecode/stack_check.h"

#include "bytecode/opcodes.h"

namespace loo {
namespace {

// What an instruction that neither branches nor opens a frame takes from the top
// of the stack and puts there; {-1, 0} for the others.
struct Effect {
  int pops, pushes;
};

constexpr Effect effect_of(Op op) {
  switch (op) {
  case Op::PUSH:
  case Op::PUSHGETGLOBAL:
  case Op::PUSHGETGLOBALFIELD:
  case Op::PUSHATOM0:
  case Op::PUSHATOM:
  case Op::PUSHCONST0:
  case Op::PUSHCONST1:
  case Op::PUSHCONST2:
  case Op::PUSHCONST3:
  case Op::PUSHCONSTINT:
  case Op::GETPUBMET: // leaves the object behind
    return {0, 1};
  case Op::GETGLOBAL:
  case Op::GETGLOBALFIELD:
  case Op::ATOM0:
  case Op::ATOM:
  case Op::MAKEBLOCK1:
  case Op::GETFIELD0:
  case Op::GETFIELD1:
  case Op::GETFIELD2:
  case Op::GETFIELD3:
  case Op::GETFIELD:
  case Op::GETFLOATFIELD:
  case Op::VECTLENGTH:
  case Op::BOOLNOT:
  case Op::CHECK_SIGNALS:
  case Op::C_CALL1:
  case Op::CONST0:
  case Op::CONST1:
  case Op::CONST2:
  case Op::CONST3:
  case Op::CONSTINT:
  case Op::NEGINT:
  case Op::OFFSETINT:
  case Op::OFFSETREF:
  case Op::ISINT:
  case Op::PERFORM:
    return {0, 0};
  case Op::MAKEBLOCK2:
  case Op::SETFIELD0:
  case Op::SETFIELD1:
  case Op::SETFIELD2:
  case Op::SETFIELD3:
  case Op::SETFIELD:
  case Op::SETFLOATFIELD:
  case Op::GETVECTITEM:
  case Op::GETBYTESCHAR:
  case Op::GETSTRINGCHAR:
  case Op::APPLY1:
  case Op::C_CALL2:
  case Op::ADDINT:
  case Op::SUBINT:
  case Op::MULINT:
  case Op::DIVINT:
  case Op::MODINT:
  case Op::ANDINT:
  case Op::ORINT:
  case Op::XORINT:
  case Op::LSLINT:
  case Op::LSRINT:
  case Op::ASRINT:
  case Op::EQ:
  case Op::NEQ:
  case Op::LTINT:
  case Op::LEINT:
  case Op::GTINT:
  case Op::GEINT:
  case Op::ULTINT:
  case Op::UGEINT:
    return {1, 0};
  case Op::MAKEBLOCK3:
  case Op::SETVECTITEM:
  case Op::SETBYTESCHAR:
  case Op::APPLY2:
  case Op::C_CALL3:
    return {2, 0};
  case Op::APPLY3:
  case Op::C_CALL4:
    return {3, 0};
  case Op::C_CALL5:
    return {4, 0};
  case Op::GETMETHOD: // read the object, leave it
  case Op::GETDYNMET:
    return {1, 1};
  default:
    return {-1, 0};
  }
}

// A function, or the main code of a unit (the first of them all, in order).
struct Function {
  std::uint32_t entry;
  bool main;
  std::int32_t env_begin, env_end;         // ENVACC n: env_begin <= n < env_end
  std::int32_t sibling_begin, sibling_end; // OFFSETCLOSURE n: multiples of the step in this range
  friend bool operator==(const Function&, const Function&) = default;
};

// Words on the stack that are no values: a return address (3 words) or a trap (4).
struct Frame {
  std::int32_t base, size;
  std::int32_t below;         // the frame under it, or -1
  std::uint32_t return_point; // of a return address
};

struct State {
  std::int32_t height = -1; // -1: not met yet
  std::int32_t frame = -1;
  friend bool operator==(const State&, const State&) = default;
};

constexpr const char* underflow = "the stack is not as deep";

class StackChecker {
public:
  StackChecker(const Image& image, const std::string& file)
      : image_(image), code_(image.code), file_(file), step_(image.version.at_least(magic_4_12) ? 3 : 2),
        states_(code_.size()), owners_(code_.size(), -1) {}

  std::optional<Diagnostic> run() {
    for (const CodeUnit& unit : image_.units) add_function({unit.begin, true, 0, 0, 0, 0});
    for (std::size_t i = 0; i < functions_.size(); ++i) {
      if (const char* message = walk(static_cast<std::int32_t>(i))) {
        return Diagnostic{ErrorKind::input, {file_, "CODE", std::uint64_t{pc_} * 4}, message};
      }
    }
    return std::nullopt;
  }

private:
  [[nodiscard]] Op op_at(std::uint32_t pc) const { return static_cast<Op>(code_[pc]); }
  [[nodiscard]] std::int32_t operand(std::uint32_t index) const { return code_[pc_ + index]; }
  [[nodiscard]] std::uint32_t label(std::uint32_t base, std::uint32_t word) const {
    return base + static_cast<std::uint32_t>(code_[word]);
  }

  const char* add_function(const Function& function) {
    std::int32_t& owner = owners_[function.entry];
    if (owner < 0) {
      owner = static_cast<std::int32_t>(functions_.size());
      functions_.push_back(function);
      return nullptr;
    }
    return functions_[static_cast<std::size_t>(owner)] == function ? nullptr : "code of two functions";
  }

  // Control goes from the instruction at pc_ to `target`.
  const char* flow(std::uint32_t target, const State& state) {
    if (op_at(target) == Op::GRAB || op_at(target) == Op::RESTART) return "the code runs into a function's entry";
    std::int32_t& owner = owners_[target];
    if (owner >= 0 && owner != current_) return "code of two functions";
    owner = current_;
    State& known = states_[target];
    if (known.height < 0) {
      known = state;
      pending_.push_back(target);
      return nullptr;
    }
    return known == state ? nullptr : "paths meet with different stacks";
  }

  const char* walk(std::int32_t index) {
    current_ = index;
    const std::uint32_t entry = functions_[static_cast<std::size_t>(index)].entry;
    pc_ = entry;
    if (states_[entry].height >= 0) return "code of two functions";
    states_[entry] = {functions_[static_cast<std::size_t>(index)].main ? 0 : 1, -1};
    pending_.push_back(entry);
    while (!pending_.empty()) {
      pc_ = pending_.back();
      pending_.pop_back();
      if (const char* message = step(states_[pc_])) return message;
    }
    return nullptr;
  }

  const char* next(const State& state) { return flow(pc_ + instruction_size(code_, pc_), state); }

  // The lowest height to which the stack may be popped.
  [[nodiscard]] std::int32_t floor(const State& state) const {
    if (state.frame < 0) return 0;
    const Frame& frame = frames_[static_cast<std::size_t>(state.frame)];
    return frame.base + frame.size;
  }

  const char* pop_push(State state, std::int32_t pops, std::int32_t pushes) {
    if (state.height - pops < floor(state)) return underflow;
    state.height += pushes - pops;
    return next(state);
  }

  // Whether the slot `depth` under the top of a stack of that height is a value.
  const char* check_slot(const State& state, std::int32_t depth) const {
    const std::int32_t slot = state.height - 1 - depth;
    if (slot < 0) return underflow;
    for (std::int32_t i = state.frame; i >= 0; i = frames_[static_cast<std::size_t>(i)].below) {
      const Frame& frame = frames_[static_cast<std::size_t>(i)];
      if (slot >= frame.base + frame.size) break;
      if (slot >= frame.base) return "access to a trap or a return address on the stack";
    }
    return nullptr;
  }

  const char* access(State state, std::int32_t depth, bool push) {
    if (push) ++state.height;
    if (const char* message = check_slot(state, depth)) return message;
    return next(state);
  }

  const char* environment(State state, std::int32_t n, bool push) {
    const Function& function = functions_[static_cast<std::size_t>(current_)];
    if (n < function.env_begin || n >= function.env_end) return "access beyond the environment";
    if (push) ++state.height;
    return next(state);
  }

  const char* sibling(State state, std::int32_t n, bool push) {
    const Function& function = functions_[static_cast<std::size_t>(current_)];
    if (n % step_ != 0 || n < function.sibling_begin || n >= function.sibling_end) {
      return "access to a function that is not in the closure";
    }
    if (push) ++state.height;
    return next(state);
  }

  // Leaving the function with `n` words on its stack.
  const char* leave(const State& state, std::int32_t n, std::int32_t arguments) {
    if (functions_[static_cast<std::size_t>(current_)].main) return "the main code returns";
    if (state.frame >= 0) return "the function leaves within a trap";
    return n == state.height && arguments <= n ? nullptr : "the function leaves with another stack height";
  }

  const char* closure(const State& state) {
    const std::int32_t variables = operand(1);
    const std::int32_t first = step_ - 1;
    const Function function{label(pc_ + 2, pc_ + 2), false, first, first + variables, 0, 1};
    if (const char* message = add_function(function)) return message;
    return pop_push(state, variables > 0 ? variables - 1 : 0, 0);
  }

  const char* recursive_closures(const State& state) {
    const std::int32_t functions = operand(1);
    const std::int32_t variables = operand(2);
    for (std::int32_t i = 0; i < functions; ++i) {
      const std::int32_t first = step_ * (functions - i) - 1;
      const Function function{label(pc_ + 3, pc_ + 3 + static_cast<std::uint32_t>(i)),
                              false,
                              first,
                              first + variables,
                              -step_ * i,
                              step_ * (functions - 1 - i) + 1};
      if (const char* message = add_function(function)) return message;
    }
    return pop_push(state, variables > 0 ? variables - 1 : 0, functions);
  }

  const char* open_frame(const State& state, std::int32_t size, std::uint32_t target) {
    if (const char* message = flow(target, state)) return message;
    const auto frame = static_cast<std::int32_t>(frames_.size());
    frames_.push_back({state.height, size, state.frame, target});
    return next({state.height + size, frame});
  }

  const char* apply(const State& state, std::int32_t arguments) {
    if (state.frame < 0) return "APPLY without a return address";
    const Frame& frame = frames_[static_cast<std::size_t>(state.frame)];
    if (frame.size != 3 || frame.base + 3 + arguments != state.height) return "APPLY without a return address";
    // ocamlc lets the call return to the target of a BRANCH behind it: the same as
    // to the BRANCH itself.
    const std::uint32_t behind = pc_ + 2;
    if (frame.return_point != behind &&
        (op_at(behind) != Op::BRANCH || frame.return_point != label(behind + 1, behind + 1))) {
      return "APPLY does not return behind itself";
    }
    return next({frame.base, frame.below});
  }

  const char* pop_trap(const State& state) {
    if (state.frame < 0) return "POPTRAP without a trap";
    const Frame& frame = frames_[static_cast<std::size_t>(state.frame)];
    if (frame.size != 4 || frame.base + 4 != state.height) return "POPTRAP without a trap";
    return next({frame.base, frame.below});
  }

  const char* set_global(const State& state) {
    if (!functions_[static_cast<std::size_t>(current_)].main) return "a function sets a global";
    if (state.height != 0) return "a unit ends with values on the stack";
    const std::uint32_t after = pc_ + 2;
    // Behind it: the next unit, or the STOP.
    return op_at(after) == Op::STOP ? next(state) : nullptr;
  }

  const char* switch_cases(const State& state) {
    const std::uint32_t end = pc_ + instruction_size(code_, pc_);
    for (std::uint32_t word = pc_ + 2; word < end; ++word) {
      if (const char* message = flow(label(pc_ + 2, word), state)) return message;
    }
    return nullptr;
  }

  const char* step(State state) { // a copy: the table grows no more, but `state` changes
    const Op op = op_at(pc_);
    if (const Effect effect = effect_of(op); effect.pops >= 0) return pop_push(state, effect.pops, effect.pushes);
    const auto from = [&](Op first) { return static_cast<std::int32_t>(op) - static_cast<std::int32_t>(first); };
    switch (op) {
    case Op::ACC0:
    case Op::ACC1:
    case Op::ACC2:
    case Op::ACC3:
    case Op::ACC4:
    case Op::ACC5:
    case Op::ACC6:
    case Op::ACC7:
      return access(state, from(Op::ACC0), false);
    case Op::ACC:
    case Op::ASSIGN:
      return access(state, operand(1), false);
    case Op::PUSHACC0:
    case Op::PUSHACC1:
    case Op::PUSHACC2:
    case Op::PUSHACC3:
    case Op::PUSHACC4:
    case Op::PUSHACC5:
    case Op::PUSHACC6:
    case Op::PUSHACC7:
      return access(state, from(Op::PUSHACC0), true);
    case Op::PUSHACC:
      return access(state, operand(1), true);
    case Op::POP:
      return pop_push(state, operand(1), 0);
    case Op::ENVACC1:
    case Op::ENVACC2:
    case Op::ENVACC3:
    case Op::ENVACC4:
      return environment(state, from(Op::ENVACC1) + 1, false);
    case Op::ENVACC:
      return environment(state, operand(1), false);
    case Op::PUSHENVACC1:
    case Op::PUSHENVACC2:
    case Op::PUSHENVACC3:
    case Op::PUSHENVACC4:
      return environment(state, from(Op::PUSHENVACC1) + 1, true);
    case Op::PUSHENVACC:
      return environment(state, operand(1), true);
    case Op::OFFSETCLOSUREM3:
    case Op::OFFSETCLOSURE0:
    case Op::OFFSETCLOSURE3:
      return sibling(state, (from(Op::OFFSETCLOSURE0)) * step_, false);
    case Op::OFFSETCLOSURE:
      return sibling(state, operand(1), false);
    case Op::PUSHOFFSETCLOSUREM3:
    case Op::PUSHOFFSETCLOSURE0:
    case Op::PUSHOFFSETCLOSURE3:
      return sibling(state, (from(Op::PUSHOFFSETCLOSURE0)) * step_, true);
    case Op::PUSHOFFSETCLOSURE:
      return sibling(state, operand(1), true);
    case Op::PUSH_RETADDR:
      return open_frame(state, 3, label(pc_ + 1, pc_ + 1));
    case Op::PUSHTRAP:
      return open_frame(state, 4, label(pc_ + 1, pc_ + 1));
    case Op::POPTRAP:
      return pop_trap(state);
    case Op::APPLY:
      return apply(state, operand(1));
    case Op::APPTERM:
      return leave(state, operand(2), operand(1));
    case Op::APPTERM1:
      return leave(state, operand(1), 1);
    case Op::APPTERM2:
      return leave(state, operand(1), 2);
    case Op::APPTERM3:
      return leave(state, operand(1), 3);
    case Op::RETURN:
      return leave(state, operand(1), 0);
    case Op::RESUMETERM:
      return leave(state, operand(1), image_.version.at_least(magic_5_2) ? 3 : 2);
    case Op::REPERFORMTERM:
      return leave(state, operand(1), 2);
    case Op::RESUME:
      return pop_push(state, image_.version.at_least(magic_5_2) ? 3 : 2, 0);
    case Op::GRAB: // walk() starts at one, flow() never leads to one
      if (functions_[static_cast<std::size_t>(current_)].main) return "the main code runs into a function's entry";
      return pop_push(state, 0, operand(1));
    case Op::RESTART:
      return "a closure starts at RESTART";
    case Op::CLOSURE:
      return closure(state);
    case Op::CLOSUREREC:
      return recursive_closures(state);
    case Op::SETGLOBAL:
      return set_global(state);
    case Op::MAKEBLOCK:
    case Op::MAKEFLOATBLOCK:
    case Op::C_CALLN:
      return pop_push(state, operand(1) - 1, 0);
    case Op::BRANCH:
      return flow(label(pc_ + 1, pc_ + 1), state);
    case Op::BRANCHIF:
    case Op::BRANCHIFNOT:
      if (const char* message = flow(label(pc_ + 1, pc_ + 1), state)) return message;
      return next(state);
    case Op::BEQ:
    case Op::BNEQ:
    case Op::BLTINT:
    case Op::BLEINT:
    case Op::BGTINT:
    case Op::BGEINT:
    case Op::BULTINT:
    case Op::BUGEINT:
      if (const char* message = flow(label(pc_ + 2, pc_ + 2), state)) return message;
      return next(state);
    case Op::SWITCH:
      return switch_cases(state);
    case Op::RAISE:
    case Op::RERAISE:
    case Op::RAISE_NOTRACE:
      return nullptr;
    case Op::STOP:
      return functions_[static_cast<std::size_t>(current_)].main ? nullptr : "a function stops the program";
    default:
      return "unknown opcode";
    }
  }

  const Image& image_;
  const std::vector<std::int32_t>& code_;
  const std::string& file_;
  const std::int32_t step_; // words from a closure to the next in a CLOSUREREC
  std::vector<State> states_;
  std::vector<std::int32_t> owners_; // the function that a word belongs to, -1 unknown
  std::vector<Function> functions_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> pending_; // of the function being walked
  std::int32_t current_ = 0;
  std::uint32_t pc_ = 0;
};

} // namespace

std::optional<Diagnostic> check_stack(const Image& image, const std::string& file) {
  return StackChecker(image, file).run();
}

} // namespace loo
