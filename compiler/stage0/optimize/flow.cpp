#include "optimize/flow.h"

#include "ir/cfg.h"
#include "optimize/abstract_value.h"

#include <algorithm>
#include <unordered_set>

namespace loo {

namespace {

struct FunctionState {
  std::vector<AbstractValue> values;  // by node
  std::vector<BlockId> order;         // reverse postorder, made at the first visit
  std::vector<AbstractValue> params;
  AbstractValue result;
  std::vector<AbstractValue> exits;   // try bodies
  std::vector<std::uint32_t> sites;   // by node: its allocation, or empty
  bool reached = false, queued = false, escapes = false, loops = false;
  std::vector<FuncId> readers;        // to be visited again when result or exits change
};

struct Site {
  bool unit = false;                  // the block of a unit: never stored into
  bool escaped = false;
  bool plain = false;                 // tag 0
  std::vector<AbstractValue> fields;
  std::vector<FuncId> readers;
};

class Flow {
public:
  explicit Flow(Program& program) : p_(program), state_(program.functions.size()), captures_(program.groups.size()) {}

  void run() {
    for (std::size_t g = 0; g < p_.groups.size(); ++g)
      captures_[g].resize(p_.functions[p_.groups[g][0]].captures);
    item_readers_.resize(p_.items.size());
    slots_.resize(p_.globals.size());
    item_of_.resize(p_.functions.size());
    for (std::uint32_t i = 0; i < p_.items.size(); ++i) {
      auto& items = item_of_[p_.items[i].main];
      items.resize(p_.functions[p_.items[i].main].nodes.size(), none);
      items[p_.items[i].value] = i;
    }
    for (const auto& unit : p_.units) reach(unit.main);
    // First in, first out: values settle before they are read again.
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      const FuncId id = queue_[next];
      state_[id].queued = false;
      visit(id);
    }
    for (FuncId id = 0; id < p_.functions.size(); ++id) apply(id);
  }

private:
  // -- the worklist

  void enqueue(FuncId id) {
    if (!state_[id].reached || state_[id].queued) return;
    state_[id].queued = true;
    queue_.push_back(id);
  }

  void reach(FuncId id) {
    auto& s = state_[id];
    if (s.reached) return;
    const auto& f = p_.functions[id];
    s.reached = true;
    s.values.resize(f.nodes.size());
    s.params.resize(f.params.size());
    s.exits.resize(f.exits);
    s.order = reverse_postorder(f);
    std::vector<std::uint32_t> position(f.blocks.size(), 0);
    for (std::uint32_t i = 0; i < s.order.size(); ++i) position[s.order[i]] = i;
    for (const BlockId b : s.order)
      for (const auto& edge : f.blocks[b].term.edges) s.loops = s.loops || position[edge.target] <= position[b];
    enqueue(id);
  }

  enum class Source : std::uint8_t { result, site, slot, item };
  void subscribe(std::vector<FuncId>& readers, Source source, std::uint32_t id, FuncId reader) {
    const std::uint64_t key = (std::uint64_t{id} << 31 | reader) << 2 | static_cast<std::uint64_t>(source);
    if (subscribed_.insert(key).second) readers.push_back(reader);
  }
  void wake(const std::vector<FuncId>& readers) {
    for (const FuncId reader : readers) enqueue(reader);
  }

  // -- the lattice

  // into := into + value; true when that changed it.
  bool join(AbstractValue& into, const AbstractValue& value) {
    AbstractValue next = into;
    next.kinds = static_cast<Kinds>(into.kinds | value.kinds);
    next.function = join_target(into.function, value.function);
    next.site = join_target(into.site, value.site);
    const AbstractValue before = into, joined = value; // escaping may change what they refer to
    into = next;
    if (next.function == unknown_target) { escape_function(before.function); escape_function(joined.function); }
    if (next.site == unknown_target) { escape_site(before.site); escape_site(joined.site); }
    return next != before;
  }

  static std::uint32_t join_target(std::uint32_t a, std::uint32_t b) {
    if (a == no_target) return b;
    if (b == no_target || a == b) return a;
    return unknown_target;
  }

  void escape(const AbstractValue& value) {
    escape_function(value.function);
    escape_site(value.site);
  }

  void escape_function(std::uint32_t id) {
    if (id >= no_target || state_[id].escapes) return;
    state_[id].escapes = true;
    reach(id);
    for (auto& param : state_[id].params) param = AbstractValue::of(kind_any);
    enqueue(id);
    const AbstractValue result = state_[id].result;
    escape(result);
  }

  void escape_site(std::uint32_t id) {
    if (id >= no_target || sites_[id].escaped) return;
    sites_[id].escaped = true;
    const auto fields = sites_[id].fields;
    for (const auto& field : fields) escape(field);
    wake(sites_[id].readers);
  }

  // -- one function

  AbstractValue& value(FuncId id, ValueId v) { return state_[id].values[v]; }

  void update(FuncId id, ValueId v, const AbstractValue& next) {
    auto& now = state_[id].values[v];
    if (!join(now, next)) return;
    changed_ = true;
    if (p_.functions[id].kind != FunctionKind::unit_main) return;
    if (item_of_[id].empty() || item_of_[id][v] == none) return;
    wake(item_readers_[item_of_[id][v]]);
  }

  void visit(FuncId id) {
    const auto& f = p_.functions[id];
    auto& s = state_[id];
    for (std::size_t i = 0; i < f.params.size(); ++i) update(id, f.params[i], AbstractValue(s.params[i]));
    do {
      changed_ = false;
      for (const BlockId b : s.order) {
        for (const ValueId v : f.blocks[b].body) update(id, v, transfer(id, v));
        terminator(id, b);
      }
    } while (changed_ && s.loops);
  }

  AbstractValue transfer(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    const Node& node = f.nodes[v];
    const auto args = f.args(v);
    switch (node.op) {
    case Opcode::literal: return of_constant(p_.constants[node.imm]);
    case Opcode::global: {
      subscribe(slots_[node.imm].readers, Source::slot, node.imm, id);
      return slots_[node.imm].value.bottom() && node.imm < 12 ? AbstractValue::of(kind_block) : slots_[node.imm].value;
    }
    case Opcode::item: {
      const auto& item = p_.items[node.imm];
      subscribe(item_readers_[node.imm], Source::item, node.imm, id);
      reach(item.main);
      return state_[item.main].values[item.value];
    }
    case Opcode::function: return AbstractValue::of_function(node.imm);
    case Opcode::capture: return captures_[f.group][node.imm];
    case Opcode::sibling: return AbstractValue::of_function(p_.groups[f.group][node.imm]);
    case Opcode::closure: return closure(id, v);
    case Opcode::member: {
      const Node& made = f.nodes[args[0]];
      return made.op == Opcode::closure ? AbstractValue::of_function(p_.groups[made.imm][node.imm]) : AbstractValue::of(kind_any);
    }
    case Opcode::make_block: return make_block(id, v);
    case Opcode::field: return field(id, value(id, args[0]), node.imm);
    case Opcode::set_field: set_field(value(id, args[0]), node.imm, value(id, args[1])); break;
    case Opcode::set_item: escape(value(id, args[2])); escape(value(id, args[0])); break;
    case Opcode::set_global: set_global(node.imm, value(id, args[0])); break;
    case Opcode::call: return call(id, args);
    case Opcode::c_call:
      for (const ValueId a : args) escape(value(id, a));
      return AbstractValue::of(p_.primitives[node.imm].result);
    case Opcode::get_item: escape(value(id, args[0])); break;
    case Opcode::make_floats:
    case Opcode::get_method: case Opcode::get_public_method:
      for (const ValueId a : args) escape(value(id, a));
      break;
    case Opcode::block_param: case Opcode::param: case Opcode::try_value: return value(id, v);
    default: break;
    }
    return AbstractValue::of(op_info(node.op).result);
  }

  static AbstractValue of_constant(const Constant& constant) {
    switch (constant.kind) {
    case Constant::Kind::integer: return AbstractValue::of(kind_int);
    case Constant::Kind::floating: return AbstractValue::of(kind_float);
    case Constant::Kind::string: return AbstractValue::of(kind_string);
    default: return AbstractValue::of(kind_block);
    }
  }

  AbstractValue closure(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    const std::uint32_t group = f.nodes[v].imm;
    const auto args = f.args(v);
    for (std::size_t i = 0; i < args.size(); ++i) {
      const AbstractValue captured = value(id, args[i]);
      if (join(captures_[group][i], captured))
        for (const FuncId member : p_.groups[group]) enqueue(member);
    }
    if (p_.groups[group].size() > 1) return AbstractValue::of(kind_int); // never used as a value
    return AbstractValue::of_function(p_.groups[group][0]);
  }

  AbstractValue make_block(FuncId id, ValueId v) {
    auto& site_of = state_[id].sites;
    if (site_of.empty()) site_of.assign(p_.functions[id].nodes.size(), none);
    if (site_of[v] == none) {
      site_of[v] = static_cast<std::uint32_t>(sites_.size());
      sites_.emplace_back().fields.resize(p_.functions[id].nodes[v].count);
    }
    const std::uint32_t site = site_of[v];
    sites_[site].plain = p_.functions[id].nodes[v].imm == 0;
    for (std::size_t i = 0; i < p_.functions[id].nodes[v].count; ++i)
      join_field(site, i, value(id, p_.functions[id].args(v)[i]));
    return AbstractValue::of_site(site);
  }

  void join_field(std::uint32_t site, std::size_t i, const AbstractValue& stored) {
    AbstractValue now = sites_[site].fields[i];
    const bool changed = join(now, stored);
    sites_[site].fields[i] = now;
    if (!changed) return;
    if (sites_[site].escaped) escape(now);
    wake(sites_[site].readers);
  }

  AbstractValue field(FuncId id, const AbstractValue& base, std::uint32_t i) {
    if (base.bottom()) return {};
    if (!base.is_site() || i >= sites_[base.site].fields.size()) return AbstractValue::of(kind_any);
    Site& site = sites_[base.site];
    subscribe(site.readers, Source::site, base.site, id);
    // Someone unknown may have stored into an escaped block; no one stores
    // functions into the field of a module.
    if (!site.escaped || site.unit) return site.fields[i];
    // (lazy values and objects are changed by primitives, too).
    if (site.plain && site.fields[i].is_function() && (i >= stored_.size() || (stored_[i] & kind_function) == 0)) return site.fields[i];
    return AbstractValue::of(kind_any);
  }

  void set_field(const AbstractValue& base, std::uint32_t i, const AbstractValue& stored) {
    if (base.bottom()) return;
    if (base.is_site() && i < sites_[base.site].fields.size()) return join_field(base.site, i, stored);
    escape(stored);
    if (stored_.size() <= i) stored_.resize(i + 1, 0);
    const Kinds before = stored_[i];
    stored_[i] = static_cast<Kinds>(before | stored.kinds);
    if (stored_[i] != before)
      for (const auto& site : sites_) wake(site.readers);
  }

  void set_global(std::uint32_t slot, const AbstractValue& stored) {
    if (stored.is_site()) sites_[stored.site].unit = true;
    if (join(slots_[slot].value, stored)) wake(slots_[slot].readers);
  }

  // callee and arguments; what the call returns.
  AbstractValue call(FuncId id, std::span<const ValueId> args) {
    const AbstractValue callee = value(id, args[0]);
    if (callee.bottom()) return {};
    const auto count = args.size() - 1;
    if (callee.calls_function()) {
      const std::uint32_t arity = p_.functions[callee.function].arity;
      if (count >= arity) {
        auto& s = state_[callee.function];
        reach(callee.function);
        subscribe(s.readers, Source::result, callee.function, id);
        if (!s.escapes)
          for (std::size_t i = 0; i < arity; ++i) {
            AbstractValue param = state_[callee.function].params[i];
            if (join(param, value(id, args[i + 1]))) {
              if (!state_[callee.function].escapes) state_[callee.function].params[i] = param;
              enqueue(callee.function);
            }
          }
        else
          for (std::size_t i = 0; i < arity; ++i) escape(value(id, args[i + 1]));
        const AbstractValue result = state_[callee.function].result;
        if (count == arity) return result;
        escape(result);
        for (std::size_t i = arity; i < count; ++i) escape(value(id, args[i + 1]));
        return result.bottom() ? AbstractValue{} : AbstractValue::of(kind_any);
      }
      escape(callee);
      for (std::size_t i = 1; i < args.size(); ++i) escape(value(id, args[i]));
      return AbstractValue::of(kind_function);
    }
    escape(callee);
    for (std::size_t i = 1; i < args.size(); ++i) escape(value(id, args[i]));
    return AbstractValue::of(kind_any);
  }

  void returns(FuncId id, const AbstractValue& result) {
    AbstractValue now = state_[id].result;
    if (!join(now, result)) return;
    state_[id].result = now;
    if (state_[id].escapes) escape(now);
    wake(state_[id].readers);
  }

  void terminator(FuncId id, BlockId b) {
    const auto& term = p_.functions[id].blocks[b].term;
    switch (term.kind) {
    case TermKind::return_: returns(id, value(id, term.value)); break;
    case TermKind::raise: escape(value(id, term.value)); break;
    case TermKind::tail_call: {
      std::vector<ValueId> args{term.value};
      args.insert(args.end(), term.args.begin(), term.args.end());
      returns(id, call(id, args));
      break;
    }
    case TermKind::exit: {
      AbstractValue now = state_[id].exits[term.exit_index];
      if (join(now, value(id, term.value))) {
        state_[id].exits[term.exit_index] = now;
        wake(state_[id].readers);
      }
      break;
    }
    case TermKind::try_: try_body(id, term); break;
    default: break;
    }
    for (const auto& edge : term.edges)
      for (std::size_t i = 0; i < edge.args.size(); ++i)
        update(id, p_.functions[id].blocks[edge.target].params[i], value(id, edge.args[i]));
  }

  void try_body(FuncId id, const Terminator& term) {
    reach(term.func);
    subscribe(state_[term.func].readers, Source::result, term.func, id);
    for (std::size_t i = 0; i < term.args.size(); ++i) {
      AbstractValue param = state_[term.func].params[i];
      if (join(param, value(id, term.args[i]))) {
        state_[term.func].params[i] = param;
        enqueue(term.func);
      }
    }
    const auto& exits = state_[term.func].exits;
    for (std::size_t i = 0; i + 1 < exits.size(); ++i) update(id, term.result, AbstractValue(exits[i]));
    update(id, term.exception, AbstractValue::of(kind_any));
    if (!exits.empty()) escape(AbstractValue(exits.back()));
  }

  // -- rewriting

  void apply(FuncId id) {
    auto& f = p_.functions[id];
    const auto& s = state_[id];
    f.escapes = s.escapes || !s.reached;
    f.result = s.reached && s.result.kinds != 0 ? s.result.kinds : kind_any;
    if (!s.reached) return;
    for (auto& block : f.blocks) {
      for (std::size_t i = 0; i < block.body.size(); ++i) {
        const ValueId v = block.body[i];
        const AbstractValue& known = s.values[v];
        const Opcode op = f.nodes[v].op;
        if (op == Opcode::field && known.is_function() && is_constant(known.function)) {
          f.nodes[v].op = Opcode::function;
          f.nodes[v].effect = Effect::pure;
          f.nodes[v].imm = known.function;
          f.nodes[v].count = 0;
        }
        if (op == Opcode::call) i += known_call(id, block, i);
      }
      if (block.term.kind == TermKind::tail_call) known_tail_call(id, block);
    }
  }

  [[nodiscard]] bool is_constant(FuncId id) const { return p_.functions[id].captures == 0 || closed_[id]; }

  // A closure operand that call_known needs: none when the function is a constant.
  ValueId closure_operand(Function& f, BlockId b, ValueId callee, FuncId target, std::vector<ValueId>& body, std::size_t& at) {
    if (!is_constant(target)) return callee;
    const ValueId zero = f.add(b, Opcode::integer, 0, {}, f.nodes[callee].pc);
    body.insert(body.begin() + static_cast<std::ptrdiff_t>(at), zero);
    ++at;
    return zero;
  }

  std::size_t known_call(FuncId id, BasicBlock& block, std::size_t at) {
    auto& f = p_.functions[id];
    const ValueId v = block.body[at];
    const std::vector<ValueId> args(f.args(v).begin(), f.args(v).end());
    const AbstractValue& callee = state_[id].values[args[0]];
    if (!callee.calls_function()) return 0;
    const FuncId target = callee.function;
    const std::uint32_t arity = p_.functions[target].arity;
    const std::size_t count = args.size() - 1;
    if (count < arity) return 0;
    p_.functions[target].known_calls = true;
    std::size_t position = at;
    std::vector<ValueId> exact{closure_operand(f, f.nodes[v].block, args[0], target, block.body, position)};
    exact.insert(exact.end(), args.begin() + 1, args.begin() + 1 + arity);
    if (count == arity) {
      f.nodes[v].op = Opcode::call_known;
      f.nodes[v].imm = target;
      f.set_args(v, exact);
      return position - at;
    }
    const ValueId first = f.add(f.nodes[v].block, Opcode::call_known, target, exact, f.nodes[v].pc);
    state_[id].values.resize(f.nodes.size());
    block.body.insert(block.body.begin() + static_cast<std::ptrdiff_t>(position), first);
    std::vector<ValueId> rest{first};
    rest.insert(rest.end(), args.begin() + 1 + arity, args.end());
    f.set_args(v, rest);
    return position + 1 - at;
  }

  void known_tail_call(FuncId id, BasicBlock& block) {
    auto& term = block.term;
    const AbstractValue& callee = state_[id].values[term.value];
    if (!callee.calls_function()) return;
    const FuncId target = callee.function;
    const std::uint32_t arity = p_.functions[target].arity;
    if (term.args.size() < arity) return;
    p_.functions[target].known_calls = true;
    if (term.args.size() == arity) {
      term.kind = TermKind::tail_known;
      term.func = target;
      if (is_constant(target)) term.value = none;
      return;
    }
    auto& f = p_.functions[id];
    const auto b = static_cast<BlockId>(&block - f.blocks.data());
    std::size_t position = block.body.size();
    std::vector<ValueId> exact{closure_operand(f, b, term.value, target, block.body, position)};
    exact.insert(exact.end(), term.args.begin(), term.args.begin() + arity);
    term.value = f.add(b, Opcode::call_known, target, exact, term.pc);
    block.body.push_back(term.value);
    term.args.erase(term.args.begin(), term.args.begin() + arity);
  }

  struct Slot {
    AbstractValue value;
    std::vector<FuncId> readers;
  };

  Program& p_;
  std::vector<FunctionState> state_;
  std::vector<std::vector<AbstractValue>> captures_; // by group
  std::vector<Site> sites_;
  std::unordered_set<std::uint64_t> subscribed_;
  std::vector<Slot> slots_;
  std::vector<Kinds> stored_;         // by field: kinds that were stored into blocks that are not known
  std::vector<std::vector<std::uint32_t>> item_of_; // by function and node, or empty
  std::vector<std::vector<FuncId>> item_readers_;
  std::vector<FuncId> queue_;
  bool changed_ = false;

public:
  std::vector<bool> closed_;          // functions that are constants
};

} // namespace

void analyse_flow(Program& program) {
  Flow flow(program);
  // Constant functions: the ones that some `function` node names.
  flow.closed_.assign(program.functions.size(), false);
  for (const auto& f : program.functions)
    for (const auto& node : f.nodes)
      if (node.op == Opcode::function) flow.closed_[node.imm] = true;
  flow.run();
}

} // namespace loo
