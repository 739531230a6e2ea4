#include "link/constant_text.h"

#include "lua/expression.h"

#include <algorithm>
#include <map>

namespace loo {

namespace {

// Deeper values are built by several statements.
constexpr std::uint32_t max_depth = 30;

class ConstantPrinter {
public:
  ConstantPrinter(const Program& program, const Dialect& dialect, SymbolTable& symbols)
      : p_(program), d_(dialect), symbols_(symbols) {}

  std::string run(std::uint32_t symbol, ConstId root) {
    if (nests(root)) survey(root);
    const std::string name = symbol_text(symbol);
    const std::string value = node(root, true);
    if (statements_.empty()) return name + " = " + value + "\n";
    // The parts live in a table: there may be any number of them.
    return name + " = (function()\nlocal k = {}\n" + statements_ + "return " + value + "\nend)()\n";
  }

private:
  [[nodiscard]] bool nests(ConstId root) const {
    return std::ranges::any_of(p_.constants[root].fields, [&](ConstId child) {
      const Constant& of = p_.constants[child];
      return of.kind == Constant::Kind::block && !of.fields.empty();
    });
  }

  // Marks the nodes that need a statement of their own: shared ones, and every
  // max_depth-th on the way down. Iterative: constants nest as deep as the input likes.
  void survey(ConstId root) {
    struct Visit { ConstId id; std::size_t next; };
    std::vector<Visit> stack{{root, 0}};
    state_[root] = 1;
    while (!stack.empty()) {
      auto& top = stack.back();
      const Constant& c = p_.constants[top.id];
      if (top.next < c.fields.size()) {
        const ConstId child = c.fields[top.next++];
        const Constant& of = p_.constants[child];
        if (of.kind != Constant::Kind::block || of.fields.empty()) continue;
        const auto [at, fresh] = state_.try_emplace(child, 1);
        if (fresh) stack.push_back({child, 0});
        else {
          own_[child] = true;
          if (at->second == 1) { // an ancestor: stored afterwards
            own_[top.id] = true;
            cyclic_[top.id].push_back(top.next - 1);
          }
        }
        continue;
      }
      std::uint32_t height = 0;
      for (const ConstId child : c.fields) {
        const auto found = height_.find(child);
        if (found != height_.end() && own_.count(child) == 0) height = std::max(height, found->second);
      }
      if (++height >= max_depth) { own_[top.id] = true; height = 0; }
      height_[top.id] = height;
      state_[top.id] = 2;
      order_.push_back(top.id);
      stack.pop_back();
    }
    own_.erase(root);
    if (!cyclic_.empty()) own_[root] = true;
    for (const ConstId id : order_)
      if (own_.count(id) != 0) {
        const std::size_t number = ++parts_;
        const std::string text = node(id, true);
        name_[id] = "k[" + std::to_string(number) + "]";
        statements_ += name_[id] + " = " + text + "\n";
      }
    for (const ConstId id : order_) {
      const auto found = cyclic_.find(id);
      if (found == cyclic_.end()) continue;
      for (const std::size_t field : found->second)
        statements_ += node(id, false) + "[" + std::to_string(field + 2) + "] = " + node(p_.constants[id].fields[field], false) + "\n";
    }
  }

  std::string node(ConstId id, bool define) {
    const auto known = name_.find(id);
    if (known != name_.end()) return known->second;
    const Constant& c = p_.constants[id];
    switch (c.kind) {
    case Constant::Kind::integer: return integer(c.integer);
    case Constant::Kind::floating: return floating(c.floating);
    case Constant::Kind::string: return quote(c.string);
    case Constant::Kind::int32: return "{255, \"_i\", " + integer(c.integer) + "}";
    case Constant::Kind::nativeint: return "{255, \"_n\", " + (d_.wide() ? wide(c.integer) : integer(c.integer)) + "}";
    case Constant::Kind::int64:
      if (d_.has_integers) return "{255, \"_j\", " + wide(c.integer) + "}";
      return "{255, \"_j\", " + std::to_string(c.integer >> 32) + ", " + std::to_string(c.integer & 0xffffffff) + "}";
    case Constant::Kind::float_array: {
      std::string text = "{254";
      for (const double x : c.floats) text += ", " + floating(x);
      return text + "}";
    }
    case Constant::Kind::block: break;
    }
    if (c.fields.empty())
      return c.tag == 0 ? symbol_text(symbols_.runtime("rt_atom")) : "{" + std::to_string(c.tag) + "}";
    std::string text = "{" + std::to_string(c.tag);
    const auto cycle = cyclic_.find(id);
    for (std::size_t i = 0; i < c.fields.size(); ++i) {
      bool later = false;
      if (cycle != cyclic_.end() && define)
        for (const std::size_t field : cycle->second) later = later || field == i;
      text += ", " + (later ? "0" : node(c.fields[i], define));
    }
    return text + "}";
  }

  [[nodiscard]] std::string integer(std::int64_t value) const {
    if (d_.wide()) return wide(value);
    // What the target's int can't hold wraps, as its arithmetic does.
    return std::to_string(static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::uint64_t>(value))));
  }
  // The least integer has no literal.
  static std::string wide(std::int64_t value) {
    return value == INT64_MIN ? "-9223372036854775807 - 1" : std::to_string(value);
  }
  [[nodiscard]] std::string floating(double value) {
    const std::string special = number_name(value);
    if (special == "lua_neghuge") return "-" + symbol_text(symbols_.runtime("lua_huge"));
    return special.empty() ? float_text(value) : symbol_text(symbols_.runtime(special));
  }

  const Program& p_;
  const Dialect& d_;
  SymbolTable& symbols_;
  std::map<ConstId, int> state_;                       // 1: on the way, 2: done
  std::map<ConstId, bool> own_;
  std::map<ConstId, std::uint32_t> height_;
  std::map<ConstId, std::vector<std::size_t>> cyclic_; // fields that lead back to an ancestor
  std::map<ConstId, std::string> name_;
  std::vector<ConstId> order_;                         // children first
  std::string statements_;
  std::size_t parts_ = 0;
};

} // namespace

std::string constant_text(const Program& program, const Dialect& dialect, SymbolTable& symbols, std::uint32_t symbol,
                          ConstId id) {
  return ConstantPrinter(program, dialect, symbols).run(symbol, id);
}

} // namespace loo
