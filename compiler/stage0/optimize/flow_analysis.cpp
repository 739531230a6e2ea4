#include "optimize/flow_analysis.h"

#include "bytecode/symbols.h"
#include "ir/cfg.h"

#include <iterator>

namespace loo {

namespace {

// What is evaluated: a node, or the terminator of block b as nodes.size() + b.
using Step = std::uint32_t;

struct Reader {
  FuncId function;
  Step step;
};

// What the analysis keeps of a function beside its result.
struct Work {
  std::vector<AbstractValue> exits;      // try bodies
  std::vector<std::uint32_t> first_user; // by node: start in `users`, one more at the end
  std::vector<Step> users;               // steps that read a node
  std::vector<std::uint8_t> state;       // by step: seen, pending, subscribed
  std::vector<Step> pending;
  std::vector<std::uint32_t> sites;      // by node: its allocation; empty when it has none
  std::vector<Reader> readers;           // of the result or the exits
  bool visited = false, queued = false;
};
constexpr std::uint8_t seen = 1, waits = 2, subscribed = 4;

struct Site {
  bool unit = false;                  // the block of a unit: never stored into
  bool escaped = false;
  bool plain = false;                 // tag 0
  std::vector<AbstractValue> fields;
  std::vector<Reader> readers;
};

// A place that holds a value and tells its readers.
struct Cell {
  AbstractValue value;
  std::vector<Reader> readers;
};

class Analysis {
public:
  explicit Analysis(const Program& program)
      : p_(program), flow_(program.functions.size()), work_(program.functions.size()), captures_(program.groups.size()),
        slots_(program.globals.size()), item_readers_(program.items.size()), item_of_(program.functions.size()),
        unit_block_(program.functions.size(), none) {
    for (std::size_t g = 0; g < p_.groups.size(); ++g) captures_[g].resize(p_.functions[p_.groups[g][0]].captures);
    for (std::uint32_t i = 0; i < p_.items.size(); ++i) {
      auto& items = item_of_[p_.items[i].main];
      items.resize(p_.functions[p_.items[i].main].nodes.size(), none);
      items[p_.items[i].value] = i;
    }
    for (const auto& unit : p_.units) find_unit_block(unit.main);
  }

  std::vector<FunctionFlow> run() {
    for (const auto& unit : p_.units) reach(unit.main);
    // First in, first out: values settle before they are read again.
    for (std::size_t next = 0; next < queue_.size(); ++next) visit(queue_[next]);
    return std::move(flow_);
  }

private:
  void find_unit_block(FuncId main) {
    const auto& f = p_.functions[main];
    for (const auto& block : f.blocks)
      for (const ValueId v : block.body)
        if (f.nodes[v].op == Opcode::set_global) unit_block_[main] = f.args(v)[0];
  }

  // -- the worklist

  void enqueue(FuncId id) {
    if (work_[id].queued) return;
    work_[id].queued = true;
    queue_.push_back(id);
  }

  void reach(FuncId id) {
    auto& flow = flow_[id];
    if (flow.reached) return;
    flow.reached = true;
    flow.values.resize(p_.functions[id].nodes.size());
    work_[id].exits.resize(p_.functions[id].exits);
    enqueue(id);
  }

  // Steps that the first pass has yet to come to need no second visit.
  void wake(FuncId id, Step step) {
    auto& work = work_[id];
    if (!work.visited || (work.state[step] & (seen | waits)) != seen) return;
    work.state[step] |= waits;
    work.pending.push_back(step);
    enqueue(id);
  }
  void wake(const std::vector<Reader>& readers) {
    for (std::size_t i = 0; i < readers.size(); ++i) wake(readers[i].function, readers[i].step);
  }

  // A step reads at most one thing from outside in its life: what it reads can
  // only change to `unknown`.
  void subscribe(std::vector<Reader>& readers, Reader reader) {
    auto& state = work_[reader.function].state[reader.step];
    if ((state & subscribed) != 0) return;
    state |= subscribed;
    readers.push_back(reader);
  }

  void visit(FuncId id) {
    auto& work = work_[id];
    if (!work.visited) {
      work.visited = true;
      first_pass(id);
    }
    while (!work.pending.empty()) {
      const Step step = work.pending.back();
      work.pending.pop_back();
      work.state[step] &= static_cast<std::uint8_t>(~waits);
      evaluate(id, step);
    }
    work.queued = false;
  }

  void first_pass(FuncId id) {
    const auto& f = p_.functions[id];
    auto& work = work_[id];
    const auto order = reverse_postorder(f);
    const auto nodes = static_cast<Step>(f.nodes.size());
    work.state.assign(f.nodes.size() + f.blocks.size(), 0);
    const auto each_use = [&](auto&& use) {
      for (const BlockId b : order) {
        for (const ValueId v : f.blocks[b].body) for (const ValueId a : f.args(v)) use(a, v);
        const auto& term = f.blocks[b].term;
        if (term.value != none) use(term.value, nodes + b);
        for (const ValueId a : term.args) use(a, nodes + b);
        for (const auto& edge : term.edges) for (const ValueId a : edge.args) use(a, nodes + b);
      }
    };
    work.first_user.assign(f.nodes.size() + 1, 0);
    each_use([&](ValueId v, Step) { work.first_user[v]++; });
    std::uint32_t total = 0;
    for (auto& count : work.first_user) total = count += total;
    // Filled from the back: afterwards each entry is the start of its part.
    work.users.resize(total);
    each_use([&](ValueId v, Step user) { work.users[--work.first_user[v]] = user; });
    for (const BlockId b : order) {
      for (const ValueId v : f.blocks[b].body) {
        work.state[v] |= seen;
        evaluate(id, v);
      }
      work.state[nodes + b] |= seen;
      evaluate(id, nodes + b);
    }
  }

  void evaluate(FuncId id, Step step) {
    const auto nodes = static_cast<Step>(p_.functions[id].nodes.size());
    if (step < nodes) update(id, step, transfer(id, step));
    else terminator(id, step - nodes);
  }

  // -- the lattice

  // into := into + value; true when that changed it.
  bool join(AbstractValue& into, AbstractValue value) {
    const AbstractValue before = into;
    AbstractValue next;
    next.kinds = static_cast<Kinds>(before.kinds | value.kinds);
    next.function = join_target(before.function, value.function);
    next.site = join_target(before.site, value.site);
    if (next == before && next.function != unknown_target && next.site != unknown_target) return false;
    into = next; // first: escaping may come back here
    if (next.function == unknown_target) { escape_function(before.function); escape_function(value.function); }
    if (next.site == unknown_target) { escape_site(before.site); escape_site(value.site); }
    return next != before;
  }

  static std::uint32_t join_target(std::uint32_t a, std::uint32_t b) {
    if (a == no_target) return b;
    if (b == no_target || a == b) return a;
    return unknown_target;
  }

  void escape(AbstractValue value) {
    escape_function(value.function);
    escape_site(value.site);
  }

  void escape_function(std::uint32_t id) {
    if (id >= no_target || flow_[id].escapes) return;
    flow_[id].escapes = true;
    reach(id);
    for (const ValueId param : p_.functions[id].params) update(id, param, AbstractValue::of(kind_any));
    escape(flow_[id].result);
  }

  void escape_site(std::uint32_t id) {
    if (id >= no_target || sites_[id].escaped) return;
    sites_[id].escaped = true;
    for (std::size_t i = 0; i < sites_[id].fields.size(); ++i) escape(sites_[id].fields[i]);
    wake(sites_[id].readers);
  }

  // -- values of a function

  [[nodiscard]] AbstractValue value(FuncId id, ValueId v) const { return flow_[id].values[v]; }

  // Joins into the value of a reached function's node.
  void update(FuncId id, ValueId v, AbstractValue next) {
    if (!join(flow_[id].values[v], next)) return;
    const auto& work = work_[id];
    if (work.visited)
      for (std::uint32_t i = work.first_user[v]; i < work.first_user[v + 1]; ++i) wake(id, work.users[i]);
    if (!item_of_[id].empty() && item_of_[id][v] != none) wake(item_readers_[item_of_[id][v]]);
  }

  AbstractValue transfer(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    const Node& node = f.nodes[v];
    const auto args = f.args(v);
    switch (node.op) {
    case Opcode::literal: return of_constant(p_.constants[node.imm]);
    case Opcode::global: {
      if (p_.open() && p_.imported[node.imm]) return AbstractValue::of(kind_any);
      auto& slot = slots_[node.imm];
      subscribe(slot.readers, {id, v});
      return slot.value.bottom() && node.imm < std::size(predefined_exceptions) ? AbstractValue::of(kind_block) : slot.value;
    }
    case Opcode::item: {
      const auto& item = p_.items[node.imm];
      subscribe(item_readers_[node.imm], {id, v});
      reach(item.main);
      return value(item.main, item.value);
    }
    case Opcode::function: return AbstractValue::of_function(node.imm);
    case Opcode::capture: {
      auto& cell = captures_[f.group][node.imm];
      subscribe(cell.readers, {id, v});
      return cell.value;
    }
    case Opcode::sibling: return AbstractValue::of_function(p_.groups[f.group][node.imm]);
    case Opcode::closure: return closure(id, v);
    case Opcode::member: {
      const Node& made = f.nodes[args[0]];
      return made.op == Opcode::closure ? AbstractValue::of_function(p_.groups[made.imm][node.imm]) : AbstractValue::of(kind_any);
    }
    case Opcode::make_block: return make_block(id, v);
    case Opcode::field: return field({id, v}, value(id, args[0]), node.imm);
    case Opcode::set_field: set_field(value(id, args[0]), node.imm, value(id, args[1])); break;
    case Opcode::set_item: escape(value(id, args[2])); escape(value(id, args[0])); break;
    case Opcode::set_global:
      fill(slots_[node.imm], value(id, args[0]));
      if (p_.open()) escape(value(id, args[0]));
      break;
    case Opcode::call: return call({id, v}, args[0], args.subspan(1));
    case Opcode::c_call:
      for (const ValueId a : args) escape(value(id, a));
      return AbstractValue::of(p_.primitives[node.imm].result);
    case Opcode::get_item: escape(value(id, args[0])); break;
    case Opcode::make_floats: case Opcode::get_method: case Opcode::get_public_method:
      for (const ValueId a : args) escape(value(id, a));
      break;
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
    for (std::size_t i = 0; i < args.size(); ++i) fill(captures_[group][i], value(id, args[i]));
    if (p_.groups[group].size() > 1) return AbstractValue::of(kind_int); // never used as a value
    return AbstractValue::of_function(p_.groups[group][0]);
  }

  void fill(Cell& cell, AbstractValue stored) {
    if (join(cell.value, stored)) wake(cell.readers);
  }

  AbstractValue make_block(FuncId id, ValueId v) {
    const auto& f = p_.functions[id];
    auto& site_of = work_[id].sites;
    if (site_of.empty()) site_of.assign(f.nodes.size(), none);
    if (site_of[v] == none) {
      site_of[v] = static_cast<std::uint32_t>(sites_.size());
      auto& site = sites_.emplace_back();
      site.fields.resize(f.nodes[v].count);
      site.plain = f.nodes[v].imm == 0;
      site.unit = unit_block_[id] == v;
    }
    const auto args = f.args(v);
    for (std::size_t i = 0; i < args.size(); ++i) join_field(site_of[v], i, value(id, args[i]));
    return AbstractValue::of_site(site_of[v]);
  }

  void join_field(std::uint32_t id, std::size_t i, AbstractValue stored) {
    if (!join(sites_[id].fields[i], stored)) return;
    if (sites_[id].escaped) escape(sites_[id].fields[i]);
    wake(sites_[id].readers);
  }

  AbstractValue field(Reader reader, AbstractValue base, std::uint32_t i) {
    if (base.bottom()) return {};
    if (!base.is_site() || i >= sites_[base.site].fields.size()) return AbstractValue::of(kind_any);
    Site& site = sites_[base.site];
    subscribe(site.readers, reader);
    // Someone unknown may have stored into an escaped block; no one stores
    // functions into the field of a module (lazy values and objects are
    // changed by primitives, too).
    if (!site.escaped || site.unit) return site.fields[i];
    const bool stored_function = i < stored_.size() && (stored_[i] & kind_function) != 0;
    if (site.plain && site.fields[i].is_function() && !stored_function) return site.fields[i];
    return AbstractValue::of(kind_any);
  }

  void set_field(AbstractValue base, std::uint32_t i, AbstractValue stored) {
    if (base.bottom()) return;
    if (base.is_site() && i < sites_[base.site].fields.size()) return join_field(base.site, i, stored);
    escape(stored);
    if (stored_.size() <= i) stored_.resize(i + 1, 0);
    const Kinds before = stored_[i];
    stored_[i] = static_cast<Kinds>(before | stored.kinds);
    if (stored_[i] != before)
      for (const auto& site : sites_) wake(site.readers);
  }

  // What the call returns.
  AbstractValue call(Reader site, ValueId callee_value, std::span<const ValueId> args) {
    const FuncId id = site.function;
    const AbstractValue callee = value(id, callee_value);
    if (callee.bottom()) return {};
    const std::size_t arity = callee.calls_function() ? p_.functions[callee.function].arity : args.size() + 1;
    if (args.size() < arity) { // unknown, or a partial application
      escape(callee);
      for (const ValueId a : args) escape(value(id, a));
      return AbstractValue::of(callee.calls_function() ? kind_function : kind_any);
    }
    const FuncId target = callee.function;
    reach(target);
    subscribe(work_[target].readers, site);
    for (std::size_t i = 0; i < arity; ++i) {
      if (flow_[target].escapes) escape(value(id, args[i]));
      else update(target, p_.functions[target].params[i], value(id, args[i]));
    }
    const AbstractValue result = flow_[target].result;
    if (args.size() == arity) return result;
    escape(result);
    for (const ValueId a : args.subspan(arity)) escape(value(id, a));
    return result.bottom() ? AbstractValue{} : AbstractValue::of(kind_any);
  }

  void returns(FuncId id, AbstractValue result) {
    if (!join(flow_[id].result, result)) return;
    if (flow_[id].escapes) escape(flow_[id].result);
    wake(work_[id].readers);
  }

  void terminator(FuncId id, BlockId b) {
    const auto& f = p_.functions[id];
    const auto& term = f.blocks[b].term;
    const Reader self{id, static_cast<Step>(f.nodes.size()) + b};
    switch (term.kind) {
    case TermKind::return_: returns(id, value(id, term.value)); break;
    case TermKind::raise: escape(value(id, term.value)); break;
    case TermKind::tail_call: returns(id, call(self, term.value, term.args)); break;
    case TermKind::exit:
      if (join(work_[id].exits[term.exit_index], value(id, term.value))) wake(work_[id].readers);
      break;
    case TermKind::try_: try_body(self, term); break;
    default: break;
    }
    for (const auto& edge : term.edges)
      for (std::size_t i = 0; i < edge.args.size(); ++i) update(id, f.blocks[edge.target].params[i], value(id, edge.args[i]));
  }

  void try_body(Reader site, const Terminator& term) {
    const FuncId id = site.function, body = term.func;
    reach(body);
    subscribe(work_[body].readers, site);
    for (std::size_t i = 0; i < term.args.size(); ++i) update(body, p_.functions[body].params[i], value(id, term.args[i]));
    const auto& exits = work_[body].exits;
    for (std::size_t i = 0; i + 1 < exits.size(); ++i) update(id, term.result, exits[i]);
    update(id, term.exception, AbstractValue::of(kind_any));
    if (!exits.empty()) escape(exits.back());
  }

  const Program& p_;
  std::vector<FunctionFlow> flow_;
  std::vector<Work> work_;
  std::vector<std::vector<Cell>> captures_; // by group
  std::vector<Site> sites_;
  std::vector<Cell> slots_;
  std::vector<std::vector<Reader>> item_readers_;
  std::vector<std::vector<std::uint32_t>> item_of_; // by function and node, or empty
  std::vector<ValueId> unit_block_;   // by function: what a unit's main code sets its global to
  std::vector<Kinds> stored_;         // by field: kinds that were stored into blocks that are not known
  std::vector<FuncId> queue_;
};

} // namespace

std::vector<FunctionFlow> analyse_values(const Program& program) { return Analysis(program).run(); }

} // namespace loo
