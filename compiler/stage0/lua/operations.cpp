// Values as expressions.
#include "lua/expressions.h"
#include "lua/function_printer.h"
#include "lua/primitive_table.h"

namespace loo {

namespace {

using enum Precedence;

} // namespace

bool packs_captures(const Function& f) { return f.captures > 30; }

bool packs_members(const std::vector<FuncId>& group) { return group.size() > 20; }

std::string member_name(const std::vector<FuncId>& group, std::uint32_t member) {
  return packs_members(group) ? "g[" + std::to_string(member + 1) + "]" : "g" + std::to_string(member + 1);
}

bool takes_depth(const Function& f) {
  if (!f.recursive) return false;
  return f.kind == FunctionKind::try_body || (f.captures == 0 && (!f.escapes || f.known_calls));
}

bool needs_check(const Function& f) {
  return f.escapes && (f.arity > 1 || (f.result & kind_function) != 0);
}

std::uint32_t entry_symbol(SymbolTable& symbols, const Program& program, FuncId id) {
  const auto& f = program.functions[id];
  const bool wrapped = f.known_calls && (needs_check(f) || (f.escapes && takes_depth(f)));
  return symbols.intern(wrapped ? SymbolKind::entry : SymbolKind::body, id);
}

Expr FunctionPrinter::float_literal(double x) {
  const std::string special = number_name(x);
  if (special == "lua_neghuge") return {"-" + runtime("lua_huge"), unary, false};
  if (!special.empty()) return name(runtime(special));
  return {float_text(x), x < 0 ? unary : Precedence::literal, false};
}

// Arithmetic on literals is done here: Lua 5.1 would fold it and lose the sign of a zero.
std::optional<Expr> FunctionPrinter::fold_floats(const std::string& primitive_name, std::span<const ValueId> args) {
  std::vector<double> x;
  for (const ValueId a : args) {
    const Node& node = f_.nodes[a];
    if (node.op != Opcode::literal || program_.constants[node.imm].kind != Constant::Kind::floating) return std::nullopt;
    x.push_back(program_.constants[node.imm].floating);
  }
  if (primitive_name == "caml_neg_float") return float_literal(-x[0]);
  if (primitive_name == "caml_add_float") return float_literal(x[0] + x[1]);
  if (primitive_name == "caml_sub_float") return float_literal(x[0] - x[1]);
  if (primitive_name == "caml_mul_float") return float_literal(x[0] * x[1]);
  if (primitive_name == "caml_div_float") return float_literal(x[0] / x[1]);
  return std::nullopt;
}

Expr FunctionPrinter::literal(std::uint32_t id) {
  const Constant& c = program_.constants[id];
  switch (c.kind) {
  case Constant::Kind::integer:
    if (c.integer == INT64_MIN || (!context_.dialect.wide() && (c.integer > INT32_MAX || c.integer < INT32_MIN)))
      break;
    return number(c.integer);
  case Constant::Kind::floating: return float_literal(c.floating);
  case Constant::Kind::string:
    if (c.string.size() <= 40) return plain(quote(c.string));
    break;
  default: break;
  }
  return name(symbol_text(context_.symbols.intern(SymbolKind::literal, id)));
}

Expr FunctionPrinter::constant(ValueId v) {
  const Node& node = f_.nodes[v];
  switch (node.op) {
  case Opcode::integer: return number(static_cast<std::int32_t>(node.imm));
  case Opcode::literal: return literal(node.imm);
  case Opcode::function: return name(symbol_text(entry_symbol(context_.symbols, program_, node.imm)));
  case Opcode::item: {
    // The value may itself have turned out to be a constant.
    const Item& item = program_.items[node.imm];
    const auto& main = program_.functions[item.main];
    const Node& of = main.nodes[item.value];
    if (of.op == Opcode::integer) return number(static_cast<std::int32_t>(of.imm));
    if (of.op == Opcode::function) return name(symbol_text(entry_symbol(context_.symbols, program_, of.imm)));
    if (of.op == Opcode::literal) return literal(of.imm);
    return name(symbol_text(context_.symbols.intern(SymbolKind::item, node.imm)));
  }
  case Opcode::atom: return node.imm == 0 ? name(runtime("rt_atom")) : plain("{" + std::to_string(node.imm) + "}");
  case Opcode::global:
    if (node.imm < 12) return name(runtime("caml_exn_" + program_.global_names[node.imm]));
    return name(symbol_text(context_.symbols.intern(SymbolKind::global, node.imm)));
  case Opcode::capture:
    return name(packs_captures(f_) ? "C[" + std::to_string(node.imm + 1) + "]" : "c" + std::to_string(node.imm + 1));
  case Opcode::sibling: {
    const FuncId member = program_.groups[f_.group][node.imm];
    const auto& target = program_.functions[member];
    if (target.captures == 0) return name(symbol_text(entry_symbol(context_.symbols, program_, member)));
    return name(member_name(program_.groups[f_.group], node.imm));
  }
  default: return name(param_name(f_, node.imm)); // param
  }
}

Expr FunctionPrinter::raw(ValueId v) {
  switch (folding_.form[v]) {
  case Form::constant: return constant(v);
  case Form::folded: return operation(v);
  default: return name(placement_.names[v]);
  }
}

Expr FunctionPrinter::value(ValueId v) {
  Expr e = raw(v);
  if (!e.truth) return e;
  return {e.at(and_) + " and 1 or 0", or_, false};
}

Expr FunctionPrinter::condition(ValueId v, bool negate) {
  const Node& node = f_.nodes[v];
  if (folding_.form[v] == Form::folded) {
    if (node.op >= Opcode::eq && node.op <= Opcode::ge)
      return compare(negate ? negated(node.op) : node.op, f_.args(v));
    if (node.op == Opcode::ult || node.op == Opcode::uge)
      return compare_unsigned(negate ? negated(node.op) : node.op, f_.args(v));
    if (node.op == Opcode::not_) return condition(f_.args(v)[0], !negate);
  }
  Expr e = raw(v);
  if (e.truth) return negate ? Expr{"not " + e.at(unary), unary, true} : e;
  return {e.at(bor) + (negate ? " == 0" : " ~= 0"), Precedence::compare, true};
}

Expr FunctionPrinter::condition_tree(std::uint32_t c) {
  const auto& node = tree_.conditions[c];
  if (node.kind == Condition::Kind::leaf) return condition(node.value, node.negated);
  const Expr left = condition_tree(node.left), right = condition_tree(node.right);
  const bool both = node.kind == Condition::Kind::both;
  const Precedence p = both ? and_ : or_;
  return {left.at(p) + (both ? " and " : " or ") + right.at(p), p, true};
}

Expr FunctionPrinter::infix_of(ValueId a, const char* op, ValueId b, Precedence p) {
  const Expr right = value(b); // first: see operation()
  return infix(value(a), op, right, p);
}

std::string FunctionPrinter::list(std::span<const ValueId> args) {
  std::string text;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (i > 0) text += ", ";
    text += value(args[i]).text;
  }
  return text;
}

std::string FunctionPrinter::arguments(const Function& callee, std::span<const ValueId> args) {
  return packs_params(callee) ? "{" + list(args) + "}" : list(args);
}

Expr FunctionPrinter::call(Expr callee, std::span<const ValueId> args) {
  return name(callee.at(primary) + "(" + list(args) + ")");
}

Expr FunctionPrinter::unknown_call(ValueId callee, std::span<const ValueId> args) {
  Expr e = value(callee);
  while (args.size() > max_unknown_args) {
    e = call(std::move(e), args.first(max_unknown_args));
    args = args.subspan(max_unknown_args);
  }
  return call(std::move(e), args);
}

Expr FunctionPrinter::known_call(FuncId target, ValueId closure, std::span<const ValueId> args) {
  const auto& f = program_.functions[target];
  if (f.captures == 0) {
    std::string text = arguments(f, args);
    if (takes_depth(f)) text += (text.empty() ? "" : ", ") + std::string(depth());
    return name(symbol_text(context_.symbols.intern(SymbolKind::body, target)) + "(" + text + ")");
  }
  return call(value(closure), args);
}

Expr FunctionPrinter::runtime_call(const std::string& function, std::span<const ValueId> args) {
  const std::string text = list(args);
  return name(runtime(function) + "(" + text + ")");
}

// -- blocks

std::string FunctionPrinter::index_text(ValueId index, std::int32_t offset) {
  std::int32_t n = 0;
  if (small_constant(index, n) && n < 0x40000000) return std::to_string(n + offset);
  const bool sum = folding_.form[index] == Form::folded && f_.nodes[index].op == Opcode::add && facts_.exact[index];
  if (sum && small_constant(f_.args(index)[1], n) && n < 0x40000000 && n > -0x40000000) {
    const Expr base = value(f_.args(index)[0]);
    return n + offset == 0 ? base.text : plus(base, std::int64_t{n} + offset).text;
  }
  return plus(value(index), offset).text;
}

Expr FunctionPrinter::item_of(ValueId block, ValueId index) {
  const std::string at = index_text(index, 2);
  return name(value(block).at(primary) + "[" + at + "]");
}

Expr FunctionPrinter::char_of(ValueId string, ValueId index) {
  const std::string at = index_text(index, 1), text = value(string).text;
  return name(runtime("lua_byte") + "(" + text + ", " + at + ")");
}

Expr FunctionPrinter::byte_at(const std::string& block, ValueId index) {
  const std::string at = value(index).text;
  return name(runtime("rt_byte_at") + "(" + block + ", " + at + ")");
}

std::string FunctionPrinter::field_text(ValueId block, std::uint32_t field) {
  return value(block).at(primary) + "[" + std::to_string(field + 2) + "]";
}

// `read` yields nil beyond the end; no OCaml value is nil or false.
Expr FunctionPrinter::checked_get(ValueId v, Expr read, const std::string& otherwise) {
  if (facts_.within[v]) return read;
  const std::string low = facts_.not_negative[v] ? "" : value(f_.args(v)[1]).at(additive) + " >= 0 and ";
  return {low + read.text + " or " + otherwise, or_, false};
}

// -- primitives

Expr FunctionPrinter::from_template(const char* text, std::span<const ValueId> args, bool truth) {
  Precedence p = primary;
  switch (*text++) {
  case 'o': p = or_; break;
  case '=': p = Precedence::compare; break;
  case '.': p = concat; break;
  case '+': p = additive; break;
  case '*': p = multiplicative; break;
  case 'u': p = unary; break;
  default: break;
  }
  // Concatenations are one instruction of Lua, however they nest.
  const auto tighter = p == primary ? or_ : p == concat ? concat : static_cast<Precedence>(static_cast<int>(p) + 1);
  std::string result;
  for (; *text != 0; ++text) {
    if (*text == '$') {
      const auto i = static_cast<std::size_t>(*++text - '1');
      const bool indexed = text[1] == '[';
      result += value(args[i]).at(indexed ? primary : tighter);
    } else if (*text == '@') {
      std::string function;
      while (text[1] == '_' || (text[1] >= 'a' && text[1] <= 'z') || (text[1] >= '0' && text[1] <= '9')) function += *++text;
      result += runtime(function);
    } else {
      result += *text;
    }
  }
  return {result, p, truth};
}

std::string FunctionPrinter::maker_arguments(std::uint32_t group, std::span<const ValueId> args) {
  const bool packed = packs_captures(program_.functions[program_.groups[group][0]]);
  return packed ? "({" + list(args) + "})" : "(" + list(args) + ")";
}

Expr FunctionPrinter::primitive(ValueId v) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  const std::string& primitive_name = program_.primitives[node.imm].name;
  switch (access_of(primitive_name)) {
  case Access::array_get: case Access::string_get: {
    const std::string otherwise = runtime("caml_array_bound_error") + "()";
    const bool array = access_of(primitive_name) == Access::array_get;
    return checked_get(v, array ? item_of(args[0], args[1]) : char_of(args[0], args[1]), otherwise);
  }
  case Access::array_unsafe_get: return item_of(args[0], args[1]);
  case Access::bytes_get: {
    const std::string block = value(args[0]).at(primary), otherwise = byte_at(block, args[1]).text;
    return checked_get(v, {block + "[" + index_text(args[1], 2) + "]", or_, false}, otherwise);
  }
  default: break;
  }
  if (node.effect == Effect::pure && !args.empty())
    if (auto folded = fold_floats(primitive_name, args)) return *folded;
  const auto* info = find_primitive(primitive_name);
  if (info != nullptr && info->form != PrimitiveForm::call)
    return from_template(info->text, args, info->form == PrimitiveForm::truth);
  const std::string fragment = primitive_name[0] == '%' ? "rt_" + primitive_name.substr(1) : primitive_name;
  Expr made = runtime_call(fragment, args);
  if (!program_.allocations || !program_.primitives[node.imm].makes) return made;
  return name(runtime("rt_allocated") + "(" + made.text + ")");
}

// The new value of a node, of so many words in OCaml.
Expr FunctionPrinter::counted(ValueId v, Expr made, std::size_t words) {
  if (!program_.allocations) return made;
  return name(runtime(allocations_.joined[v] ? "rt_joined" : "rt_allocated") + "(" + made.text + ", " + std::to_string(words) + ")");
}

std::size_t closure_words(const Program& program, std::uint32_t group) {
  const auto& members = program.groups[group];
  const std::size_t step = program.version.at_least(magic_4_12) ? 3 : 2;
  return step * members.size() - 1 + program.functions[members[0]].captures;
}

// What is printed of two operands takes its symbols from the right one first: that
// order is in the output, and C++ leaves the order within an expression open.
Expr FunctionPrinter::operation(ValueId v) {
  const Node& node = f_.nodes[v];
  const auto args = f_.args(v);
  switch (node.op) {
  case Opcode::closure: {
    const std::string maker = symbol_text(context_.symbols.intern(SymbolKind::maker, node.imm));
    if (args.empty()) return name(symbol_text(entry_symbol(context_.symbols, program_, program_.groups[node.imm][0])));
    return counted(v, name(maker + maker_arguments(node.imm, args)), closure_words(program_, node.imm));
  }
  case Opcode::make_block: case Opcode::make_floats: {
    std::string text = "{" + std::to_string(node.op == Opcode::make_block ? node.imm : 254);
    for (std::size_t i = 0; i < args.size(); ++i) {
      Expr e = value(args[i]);
      // A call as the last item would ask for all its results.
      if (i + 1 == args.size() && !e.text.empty() && e.text.back() == ')' && e.precedence == primary) e.text = "(" + e.text + ")";
      text += ", " + e.text;
    }
    return node.pc == none ? plain(text + "}") : counted(v, plain(text + "}"), args.size());
  }
  case Opcode::field: case Opcode::float_field: return name(field_text(args[0], node.imm));
  case Opcode::length: return length_plus(v, -1);
  case Opcode::get_item: return item_of(args[0], args[1]);
  case Opcode::get_byte: {
    // Bytes may be a string that was made into bytes: indexing it yields nil.
    const std::string block = value(args[0]).at(primary), otherwise = byte_at(block, args[1]).text;
    return {block + "[" + index_text(args[1], 2) + "] or " + otherwise, or_, false};
  }
  case Opcode::get_char: return char_of(args[0], args[1]);
  case Opcode::call: return unknown_call(args[0], args.subspan(1));
  case Opcode::call_known: return known_call(node.imm, args[0], args.subspan(1));
  case Opcode::c_call: return primitive(v);
  case Opcode::neg: case Opcode::add: case Opcode::count_up: case Opcode::sub: case Opcode::mul: case Opcode::div: case Opcode::mod:
    return arithmetic(v);
  case Opcode::and_: case Opcode::or_: case Opcode::xor_: return bits(node, args);
  case Opcode::shl: case Opcode::shr: case Opcode::sar: return shift(v);
  case Opcode::eq: case Opcode::ne: case Opcode::lt: case Opcode::le: case Opcode::gt: case Opcode::ge:
    return compare(node.op, args);
  case Opcode::ult: case Opcode::uge: return compare_unsigned(node.op, args);
  case Opcode::not_: return {value(args[0]).at(bor) + " == 0", Precedence::compare, true};
  case Opcode::is_int: {
    Expr e = runtime_call("rt_is_int", args);
    e.truth = true;
    return e;
  }
  case Opcode::get_method: {
    const std::string at = index_text(args[1], 2);
    return name(field_text(args[0], 0) + "[" + at + "]");
  }
  case Opcode::get_public_method: return runtime_call("caml_get_public_method", args);
  default: return number(0); // stores, which are statements: their value is unit
  }
}

} // namespace loo
