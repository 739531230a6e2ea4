// Values as expressions.
#include "lua/function_printer.h"
#include "lua/primitive_table.h"

namespace loo {

namespace {

using enum Precedence;

Expr name(std::string text) { return {std::move(text), primary, false}; }
Expr plain(std::string text) { return {std::move(text), Precedence::literal, false}; }

std::string binary(const Expr& a, const char* op, const Expr& b, Precedence p) {
  return a.at(p) + op + b.at(static_cast<Precedence>(static_cast<int>(p) + 1));
}

Expr infix(const Expr& a, const char* op, const Expr& b, Precedence p) { return {binary(a, op, b, p), p, false}; }

Expr number(std::int64_t value) {
  return {std::to_string(value), value < 0 ? unary : Precedence::literal, false};
}

const char* comparison(Opcode op) {
  switch (op) {
  case Opcode::eq: return " == ";
  case Opcode::ne: return " ~= ";
  case Opcode::lt: return " < ";
  case Opcode::le: return " <= ";
  case Opcode::gt: return " > ";
  default: return " >= ";
  }
}

Opcode negated(Opcode op) {
  switch (op) {
  case Opcode::eq: return Opcode::ne;
  case Opcode::ne: return Opcode::eq;
  case Opcode::lt: return Opcode::ge;
  case Opcode::le: return Opcode::gt;
  case Opcode::gt: return Opcode::le;
  default: return Opcode::lt;
  }
}

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

bool FunctionPrinter::small_constant(ValueId v, std::int32_t& result) const {
  if (f_.nodes[v].op != Opcode::integer) return false;
  result = static_cast<std::int32_t>(f_.nodes[v].imm);
  return true;
}

// Only what is plain from the operation itself.
bool FunctionPrinter::non_negative(ValueId v, int depth) const {
  const Node& node = f_.nodes[v];
  std::int32_t n = 0;
  if (depth > 4) return false;
  switch (node.op) {
  case Opcode::integer: return static_cast<std::int32_t>(node.imm) >= 0;
  case Opcode::length: case Opcode::get_char: case Opcode::get_byte: return true;
  case Opcode::and_: {
    const auto args = f_.args(v);
    return (small_constant(args[0], n) && n >= 0) || (small_constant(args[1], n) && n >= 0) ||
           (non_negative(args[0], depth + 1) && non_negative(args[1], depth + 1));
  }
  case Opcode::c_call: return access_of(program_.primitives[node.imm].name) == Access::string_get;
  default: return false;
  }
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
  return binary(value(index), " + ", number(offset), additive);
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
Expr FunctionPrinter::checked_get(ValueId index, const std::string& read, const std::string& otherwise) {
  const std::string low = non_negative(index) ? "" : value(index).at(additive) + " >= 0 and ";
  return {low + read + " or " + otherwise, or_, false};
}

// -- ints

// The int of the target's width that is congruent to an exact sum.
Expr FunctionPrinter::wrap(Expr e) {
  const auto& d = context_.dialect;
  if (d.wide()) return {"(" + e.at(additive) + " << 1) // 2", multiplicative, false};
  if (d.has_integers) return {"((" + e.at(additive) + " & 0xffffffff) ~ 0x80000000) - 0x80000000", additive, false};
  if (d.is_luajit) return name(runtime("lua_tobit") + "(" + e.text + ")");
  return {"(" + e.at(additive) + " + 2147483648) % 4294967296 - 2147483648", additive, false};
}

Expr FunctionPrinter::arithmetic(const Node& node, std::span<const ValueId> args) {
  const auto& d = context_.dialect;
  switch (node.op) {
  case Opcode::neg: return wrap({"-" + value(args[0]).at(power), unary, false});
  case Opcode::add: {
    std::int32_t n = 0;
    if (small_constant(args[1], n) && n < 0)
      return wrap(infix(value(args[0]), " - ", number(-static_cast<std::int64_t>(n)), additive));
    return wrap(infix_of(args[0], " + ", args[1], additive));
  }
  case Opcode::count_up: return infix(value(args[0]), " + ", number(1), additive);
  case Opcode::sub: return wrap(infix_of(args[0], " - ", args[1], additive));
  case Opcode::mul: {
    if (d.has_integers) return wrap(infix_of(args[0], " * ", args[1], multiplicative));
    // A product with a small constant is exact in a double.
    std::int32_t n = 0;
    for (std::size_t i = 0; i < 2; ++i)
      if (small_constant(args[i], n) && n > -(1 << 20) && n < (1 << 20))
        return wrap(infix_of(args[0], " * ", args[1], multiplicative));
    return runtime_call("rt_int_mul", args);
  }
  case Opcode::div: return runtime_call("rt_int_div", args);
  default: {
    std::int32_t n = 0;
    if (small_constant(args[1], n) && n > 0 && non_negative(args[0]))
      return infix_of(args[0], " % ", args[1], multiplicative);
    return runtime_call("rt_int_mod", args);
  }
  }
}

Expr FunctionPrinter::bits(const Node& node, std::span<const ValueId> args) {
  const auto& d = context_.dialect;
  const char* names[] = {"and", "or", "xor"};
  const int which = node.op == Opcode::and_ ? 0 : node.op == Opcode::or_ ? 1 : 2;
  if (d.has_integers) {
    const char* operators[] = {" & ", " | ", " ~ "};
    const Precedence precedences[] = {band, bor, bxor};
    return infix_of(args[0], operators[which], args[1], precedences[which]);
  }
  std::int32_t n = 0;
  if (which == 0 && !d.is_luajit) {
    // A mask of low bits is a remainder, of negative numbers too.
    for (std::size_t i = 0; i < 2; ++i)
      if (small_constant(args[i], n) && n > 0 && (n & (n + 1)) == 0)
        return infix(value(args[1 - i]), " % ", number(std::int64_t{n} + 1), multiplicative);
  }
  if (d.is_luajit) return runtime_call(std::string("lua_b") + names[which], args);
  return runtime_call(std::string("rt_int_") + names[which], args);
}

std::string FunctionPrinter::byte_text(ValueId v) {
  std::int32_t n = 0;
  const Node& node = f_.nodes[v];
  if (small_constant(v, n)) return std::to_string(n & 255);
  const bool byte = node.op == Opcode::get_char || node.op == Opcode::get_byte ||
                    (node.op == Opcode::c_call && (access_of(program_.primitives[node.imm].name) == Access::string_get ||
                                                   access_of(program_.primitives[node.imm].name) == Access::bytes_get));
  if (byte) return value(v).text;
  if (context_.dialect.is_luajit) {
    const std::string text = value(v).text;
    return runtime("lua_band") + "(" + text + ", 255)";
  }
  if (context_.dialect.has_integers) return binary(value(v), " & ", number(255), band);
  return binary(value(v), " % ", number(256), multiplicative);
}

Expr FunctionPrinter::shift(const Node& node, std::span<const ValueId> args) {
  const auto& d = context_.dialect;
  std::int32_t n = 0;
  const bool fixed = small_constant(args[1], n) && n >= 0 && n < d.int_width;
  if (fixed && d.wide()) {
    if (node.op == Opcode::shl) return wrap(infix(value(args[0]), " << ", number(n), Precedence::shift));
    if (node.op == Opcode::sar && n < 62) return infix(value(args[0]), " // ", number(std::int64_t{1} << n), multiplicative);
    if (node.op == Opcode::shr && n > 0)
      return infix({"(" + value(args[0]).at(band) + " & 0x7fffffffffffffff)", primary, false}, " >> ", number(n), Precedence::shift);
  }
  if (d.is_luajit && fixed) {
    const char* function = node.op == Opcode::shl ? "lua_lshift" : node.op == Opcode::shr ? "lua_rshift" : "lua_arshift";
    return runtime_call(function, args);
  }
  if (fixed && !d.has_integers && node.op == Opcode::shl && n <= 20)
    return wrap(infix(value(args[0]), " * ", number(std::int64_t{1} << n), multiplicative));
  const char* function = node.op == Opcode::shl ? "rt_int_lsl" : node.op == Opcode::shr ? "rt_int_lsr" : "rt_int_asr";
  return runtime_call(function, args);
}

Expr FunctionPrinter::compare(Opcode op, std::span<const ValueId> args) {
  // The constant goes to the right: `x < 3` rather than `3 > x`.
  const bool swap = f_.nodes[args[0]].op == Opcode::integer && f_.nodes[args[1]].op != Opcode::integer;
  if (!swap) return {infix_of(args[0], comparison(op), args[1], bor).text, Precedence::compare, true};
  Opcode mirrored = op;
  switch (op) {
  case Opcode::lt: mirrored = Opcode::gt; break;
  case Opcode::le: mirrored = Opcode::ge; break;
  case Opcode::gt: mirrored = Opcode::lt; break;
  case Opcode::ge: mirrored = Opcode::le; break;
  default: break;
  }
  return {infix_of(args[1], comparison(mirrored), args[0], bor).text, Precedence::compare, true};
}

// -- primitives

Expr FunctionPrinter::from_template(const char* text, std::span<const ValueId> args, bool truth) {
  Precedence p = primary;
  switch (*text++) {
  case 'o': p = or_; break;
  case '=': p = Precedence::compare; break;
  case '+': p = additive; break;
  case '*': p = multiplicative; break;
  case 'u': p = unary; break;
  default: break;
  }
  const auto tighter = p == primary ? or_ : static_cast<Precedence>(static_cast<int>(p) + 1);
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

Expr FunctionPrinter::primitive(const Node& node, std::span<const ValueId> args) {
  const std::string& primitive_name = program_.primitives[node.imm].name;
  switch (access_of(primitive_name)) {
  case Access::array_get: case Access::string_get: {
    const std::string otherwise = runtime("caml_array_bound_error") + "()";
    const bool array = access_of(primitive_name) == Access::array_get;
    return checked_get(args[1], (array ? item_of(args[0], args[1]) : char_of(args[0], args[1])).text, otherwise);
  }
  case Access::array_unsafe_get: return item_of(args[0], args[1]);
  case Access::bytes_get: {
    const std::string block = value(args[0]).at(primary), otherwise = byte_at(block, args[1]).text;
    return checked_get(args[1], block + "[" + index_text(args[1], 2) + "]", otherwise);
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
  const std::string& counter = program_.primitives[node.imm].counter;
  if (!program_.allocations || counter.empty()) return made;
  return name(runtime(counter) + "(" + made.text + ")");
}

// A new value, of so many words in OCaml.
Expr FunctionPrinter::counted(Expr made, std::size_t words) {
  if (!program_.allocations) return made;
  return name(runtime("rt_allocated") + "(" + made.text + ", " + std::to_string(words) + ")");
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
    return counted(name(maker + maker_arguments(node.imm, args)), closure_words(program_, node.imm));
  }
  case Opcode::make_block: case Opcode::make_floats: {
    std::string text = "{" + std::to_string(node.op == Opcode::make_block ? node.imm : 254);
    for (std::size_t i = 0; i < args.size(); ++i) {
      Expr e = value(args[i]);
      // A call as the last item would ask for all its results.
      if (i + 1 == args.size() && !e.text.empty() && e.text.back() == ')' && e.precedence == primary) e.text = "(" + e.text + ")";
      text += ", " + e.text;
    }
    return node.pc == none ? plain(text + "}") : counted(plain(text + "}"), args.size());
  }
  case Opcode::field: case Opcode::float_field: return name(field_text(args[0], node.imm));
  case Opcode::length: return infix({"#" + value(args[0]).at(unary), unary, false}, " - ", number(1), additive);
  case Opcode::get_item: return item_of(args[0], args[1]);
  case Opcode::get_byte: {
    // Bytes may be a string that was made into bytes: indexing it yields nil.
    const std::string block = value(args[0]).at(primary), otherwise = byte_at(block, args[1]).text;
    return {block + "[" + index_text(args[1], 2) + "] or " + otherwise, or_, false};
  }
  case Opcode::get_char: return char_of(args[0], args[1]);
  case Opcode::call: return unknown_call(args[0], args.subspan(1));
  case Opcode::call_known: return known_call(node.imm, args[0], args.subspan(1));
  case Opcode::c_call: return primitive(node, args);
  case Opcode::neg: case Opcode::add: case Opcode::count_up: case Opcode::sub: case Opcode::mul: case Opcode::div: case Opcode::mod:
    return arithmetic(node, args);
  case Opcode::and_: case Opcode::or_: case Opcode::xor_: return bits(node, args);
  case Opcode::shl: case Opcode::shr: case Opcode::sar: return shift(node, args);
  case Opcode::eq: case Opcode::ne: case Opcode::lt: case Opcode::le: case Opcode::gt: case Opcode::ge:
    return compare(node.op, args);
  case Opcode::ult: case Opcode::uge: {
    Expr e = runtime_call("rt_int_ult", args);
    e.truth = true;
    if (node.op == Opcode::uge) e = {"not " + e.text, unary, true};
    return e;
  }
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
