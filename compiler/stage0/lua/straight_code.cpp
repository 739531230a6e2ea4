// Statements without others in them: what a block computes, stores, closures that
// know each other, and the moves from arguments to parameters.
#include "lua/function_printer.h"
#include "lua/primitive_table.h"

#include <algorithm>
#include <span>

namespace loo {

namespace {

// Assigned by one statement: each takes a register of Lua, and one for its place in `_V`.
constexpr std::size_t max_moves = 20;

struct Moves {
  std::vector<std::string> to, from;
};

std::string joined(std::span<const std::string> parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : ", ") + parts[i];
  return text;
}

} // namespace

void FunctionPrinter::block_body(const BasicBlock& block, std::uint32_t indent) {
  for (const ValueId v : block.body) {
    const Node& node = f_.nodes[v];
    if (program_.backtraces && has_place(node)) place_ = node.pc;
    node_statement(v, indent);
    place_ = none;
    if (program_.allocations) clear_variables(v, indent);
  }
}

// One that the statement assigns may share its name with one that it used.
void FunctionPrinter::clear_variables(ValueId user, std::uint32_t indent) {
  std::vector<std::string> names;
  for (const ValueId v : allocations_.cleared[user])
    if (placement_.names[v] != placement_.names[user]) names.push_back(placement_.names[v]);
  for (std::size_t i = 0; i < names.size(); i += max_moves)
    line(indent, joined(std::span(names).subspan(i, std::min(max_moves, names.size() - i))) + " = nil");
}

void FunctionPrinter::assign(ValueId v, const std::string& text, std::uint32_t indent) {
  const bool local = placement_.in_place[v];
  if (local) count_local();
  line(indent, (local ? "local " : "") + placement_.names[v] + " = " + text);
  publish(v);
}

void FunctionPrinter::publish(ValueId v) {
  if (external_[v]) out_ += export_mark(context_.symbols.intern(SymbolKind::item, context_.items_of[id_][v]));
}

void FunctionPrinter::node_statement(ValueId v, std::uint32_t indent) {
  const Form form = folding_.form[v];
  const Node& node = f_.nodes[v];
  if (form != Form::variable && form != Form::statement) return;
  switch (node.op) {
  case Opcode::set_field: case Opcode::set_float_field: case Opcode::set_item: case Opcode::set_byte:
  case Opcode::set_global: case Opcode::offset_ref:
    store_statement(v, indent);
    if (form == Form::variable) assign(v, "0", indent);
    return;
  case Opcode::member: return; // set by its group
  case Opcode::poll: {
    const std::string left = runtime("rt_turn") + ".left";
    line(indent, left + " = " + left + " - 1");
    line(indent, "if " + left + " < 0 then " + runtime("rt_next_turn") + "() end");
    return;
  }
  case Opcode::closure: {
    if (program_.groups[node.imm].size() == 1) break;
    if (packs_members(program_.groups[node.imm])) {
      const std::string table = "t" + std::to_string(++temporaries_);
      const std::string args = maker_arguments(node.imm, f_.args(v));
      line(indent, "local " + table + " = " + symbol_text(context_.symbols.intern(SymbolKind::maker, node.imm)) + args);
      count_local();
      if (program_.allocations) line(indent, counted(v, {table}, closure_words(program_, node.imm)).text);
      for (const ValueId m : f_.blocks[node.block].body)
        if (f_.nodes[m].op == Opcode::member && f_.args(m)[0] == v)
          assign(m, table + "[" + std::to_string(f_.nodes[m].imm + 1) + "]", indent);
      return;
    }
    std::vector<std::string> names(program_.groups[node.imm].size(), "_");
    bool local = true;
    std::uint32_t locals = 0;
    for (const ValueId m : f_.blocks[node.block].body) {
      if (f_.nodes[m].op != Opcode::member || f_.args(m)[0] != v) continue;
      names[f_.nodes[m].imm] = placement_.names[m];
      local = local && placement_.in_place[m];
      locals += placement_.in_place[m] ? 1 : 0;
    }
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    if (!local)
      for (const ValueId m : f_.blocks[node.block].body)
        if (f_.nodes[m].op == Opcode::member && f_.args(m)[0] == v && placement_.in_place[m])
          line(indent, "local " + placement_.names[m]);
    count_local(locals + 1);
    const bool unused = std::find(names.begin(), names.end(), "_") != names.end();
    if (!local && unused) line(indent, "local _");
    const std::string args = maker_arguments(node.imm, f_.args(v));
    line(indent, (local ? "local " : "") + text + " = " + symbol_text(context_.symbols.intern(SymbolKind::maker, node.imm)) + args);
    const auto known = std::find_if(names.begin(), names.end(), [](const std::string& name) { return name != "_"; });
    if (program_.allocations && known != names.end()) line(indent, counted(v, {*known}, closure_words(program_, node.imm)).text);
    for (const ValueId m : f_.blocks[node.block].body)
      if (f_.nodes[m].op == Opcode::member && f_.args(m)[0] == v) publish(m);
    return;
  }
  case Opcode::c_call: {
    const Access access = access_of(program_.primitives[node.imm].name);
    if (access == Access::array_set || access == Access::array_unsafe_set || access == Access::bytes_set) {
      store_statement(v, indent);
      if (form == Form::variable) assign(v, "0", indent);
      return;
    }
    break;
  }
  default: break;
  }
  if (form == Form::variable) {
    Expr e = operation(v);
    assign(v, e.truth ? e.at(Precedence::and_) + " and 1 or 0" : e.text, indent);
    return;
  }
  const Expr e = operation(v);
  // Lua's statements are calls; anything else is evaluated into nothing.
  const bool is_call = !e.truth && e.precedence == Precedence::primary && e.text.back() == ')' && e.text.front() != '(';
  line(indent, is_call ? e.text : "local _ = " + e.text);
  if (!is_call) count_local();
}

// The block of a store; a statement must not begin with a parenthesis.
std::string FunctionPrinter::block_name(ValueId v, std::uint32_t indent) {
  std::string text = value(v).at(Precedence::primary);
  if (text.front() != '(') return text;
  const std::string name = "t" + std::to_string(++temporaries_);
  line(indent, "local " + name + " = " + text);
  count_local();
  return name;
}

void FunctionPrinter::store_statement(ValueId v, std::uint32_t indent) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  switch (node.op) {
  case Opcode::set_field: case Opcode::set_float_field: {
    const std::string text = value(args[1]).text;
    line(indent, block_name(args[0], indent) + "[" + std::to_string(node.imm + 2) + "] = " + text);
    return;
  }
  case Opcode::set_global: {
    const std::string text = value(args[0]).text;
    const std::uint32_t global = context_.symbols.intern(SymbolKind::global, node.imm);
    line(indent, symbol_text(global) + " = " + text);
    out_ += export_mark(global);
    return;
  }
  case Opcode::offset_ref: {
    const auto n = static_cast<std::int32_t>(node.imm);
    const std::string place = field_text(args[0], 0);
    const std::string sum = place + (n < 0 ? " - " : " + ") + std::to_string(n < 0 ? -static_cast<std::int64_t>(n) : n);
    line(indent, place + " = " + wrap({sum, Precedence::additive, false}).text);
    return;
  }
  default: break;
  }
  const bool primitive = node.op == Opcode::c_call;
  const Access access = primitive ? access_of(program_.primitives[node.imm].name) : Access::no;
  const bool checked = primitive && access != Access::array_unsafe_set, bytes = access == Access::bytes_set;
  const std::string block = block_name(args[0], indent);
  const std::string place = block + "[" + index_text(args[1], 2) + "]";
  if (node.op == Opcode::set_byte) {
    // Bytes may have no slots as yet.
    const std::string byte = byte_text(args[2]), index = value(args[1]).text;
    line(indent, "if " + block + "[2] then " + place + " = " + byte + " else " + runtime("rt_bytes_put") + "(" + block + ", " + index +
                     ", " + byte + ") end");
    return;
  }
  if (checked && !facts_.within[v]) {
    const std::string low = facts_.not_negative[v] ? "" : value(args[1]).at(Precedence::additive) + " < 0 or ";
    const std::string missing = bytes ? runtime("rt_bytes_store") + "(" + block + ", " + value(args[1]).text + ")"
                                      : runtime("caml_array_bound_error") + "()";
    line(indent, "if " + low + place + " == nil then " + missing + " end");
  }
  line(indent, place + " = " + (bytes ? byte_text(args[2]) : value(args[2]).text));
}

// The parameters that moves along the edge assign.
std::vector<ValueId> FunctionPrinter::moved_params(const Edge& edge) const {
  auto params = f_.blocks[edge.target].params;
  if (const CountedLoop* loop = tree_.counted_loop(edge.target)) params.erase(params.begin() + loop->slot);
  return params;
}

void FunctionPrinter::moves(const Stmt& stmt, SeqId, std::uint32_t local, std::uint32_t indent) {
  const Edge& edge = f_.blocks[stmt.block].term.edges[stmt.edge];
  const auto& params = f_.blocks[edge.target].params;
  Moves all, numbers; // numbers can be moved one after the other
  for (std::size_t i = 0; i < params.size(); ++i) {
    if (tree_.counts(edge.target, i)) continue;
    std::string text = value(edge.args[i]).text;
    if (text == placement_.names[params[i]]) continue; // one variable
    auto& list = params.size() > max_moves && f_.nodes[edge.args[i]].op == Opcode::integer ? numbers : all;
    list.to.push_back(placement_.names[params[i]]);
    list.from.push_back(std::move(text));
  }
  const bool together = params.size() <= max_moves;
  if (local != 0 && !together) declare_names(moved_params(edge), indent);
  if (all.to.size() > max_moves) {
    // Lua evaluates all of the right side into registers: too many go through a table.
    line(indent, "do");
    line(indent + 1, "local m = {" + joined(all.from) + "}");
    for (std::size_t i = 0; i < all.to.size(); ++i) line(indent + 1, all.to[i] + " = m[" + std::to_string(i + 1) + "]");
    line(indent, "end");
  } else if (!all.to.empty()) {
    line(indent, (local != 0 && together ? "local " : "") + joined(all.to) + " = " + joined(all.from));
  }
  for (std::size_t i = 0; i < numbers.to.size(); i += max_moves) {
    const std::size_t count = std::min(max_moves, numbers.to.size() - i);
    const auto part = [&](const std::vector<std::string>& all_parts) { return joined(std::span(all_parts).subspan(i, count)); };
    line(indent, part(numbers.to) + " = " + part(numbers.from));
  }
  for (std::size_t i = 0; i < params.size(); ++i)
    if (!tree_.counts(edge.target, i)) publish(params[i]);
}

} // namespace loo
