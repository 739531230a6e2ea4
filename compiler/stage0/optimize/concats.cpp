#include "optimize/concats.h"

#include <algorithm>

namespace loo {

namespace {

class Joiner {
public:
  Joiner(Program& program, Function& f) : p_(program), f_(f) {}

  void run() {
    if (!f_.blocks[0].term.edges.empty() || !find()) return;
    const auto strings = joined_strings();
    if (strings.empty()) return;
    f_.set_args(result_, strings);
    f_.nodes[result_].imm = concat();
    f_.nodes[result_].effect = Effect::pure;
    for (const ValueId v : {made_, copies_[0], copies_[1]}) {
      Node& node = f_.nodes[v];
      node.op = Opcode::integer;
      node.effect = Effect::pure;
      node.imm = node.count = 0;
    }
  }

private:
  [[nodiscard]] bool calls(ValueId v, const char* primitive) const {
    return f_.nodes[v].op == Opcode::c_call && p_.primitives[f_.nodes[v].imm].name == primitive;
  }

  [[nodiscard]] bool is_zero(ValueId v) const { return f_.nodes[v].op == Opcode::integer && f_.nodes[v].imm == 0; }

  // In a function of one block: bytes that are made, filled by two copies, taken for a string, and nothing else.
  bool find() {
    const auto& block = f_.blocks[0];
    for (const ValueId v : block.body) {
      const auto uses = made_ == none ? 0 : std::ranges::count(f_.args(v), made_);
      if (calls(v, "caml_create_bytes") && made_ == none) made_ = v;
      else if (uses == 0) continue;
      else if (calls(v, "caml_blit_string") && result_ == none) copies_.push_back(v);
      else if (calls(v, "caml_string_of_bytes") && result_ == none) result_ = v;
      else return false;
    }
    const bool goes_on = block.term.value == made_ || std::ranges::count(block.term.args, made_) > 0;
    return result_ != none && copies_.size() == 2 && !goes_on;
  }

  // The two, in their order, if they fill the bytes.
  [[nodiscard]] std::vector<ValueId> joined_strings() const {
    const ValueId length = f_.args(made_)[0];
    if (f_.nodes[length].op != Opcode::add) return {};
    const ValueId first = f_.args(length)[0], second = f_.args(length)[1];
    const auto copies_all = [&](ValueId copy, ValueId count) {
      const auto args = f_.args(copy); // string, offset, bytes, offset, count
      return args[4] == count && is_zero(args[1]) && args[2] == made_ && calls(count, "caml_ml_string_length") &&
             f_.args(count)[0] == args[0];
    };
    if (!copies_all(copies_[0], first) || !is_zero(f_.args(copies_[0])[3])) return {};
    if (!copies_all(copies_[1], second) || f_.args(copies_[1])[3] != first) return {};
    return {f_.args(copies_[0])[0], f_.args(copies_[1])[0]};
  }

  std::uint32_t concat() {
    const auto known = std::ranges::find(p_.primitives, "rt_concat", &PrimitiveUse::name);
    if (known != p_.primitives.end()) return static_cast<std::uint32_t>(known - p_.primitives.begin());
    PrimitiveUse use;
    use.name = "rt_concat";
    use.effect = Effect::pure;
    use.result = kind_string;
    use.arity = 2;
    p_.primitives.push_back(std::move(use));
    return static_cast<std::uint32_t>(p_.primitives.size() - 1);
  }

  Program& p_;
  Function& f_;
  ValueId made_ = none, result_ = none;
  std::vector<ValueId> copies_;
};

} // namespace

void join_strings(Program& program, Function& f) {
  if (!program.allocations) Joiner(program, f).run();
}

} // namespace loo
