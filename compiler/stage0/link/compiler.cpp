#include "link/compiler.h"

#include "bytecode/disassemble.h"
#include "ir/print_ir.h"
#include "ir/verify.h"
#include "link/assemble.h"
#include "link/program_text.h"
#include "link/runtime_section.h"
#include "lua/expression.h"
#include "lua/float_hashes.h"
#include "lua/own_bytes.h"
#include "lua/primitive_table.h"
#include "lua/safe_points.h"
#include "optimize/demand.h"
#include "optimize/optimize.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace loo {

namespace {

class Stopwatch {
public:
  explicit Stopwatch(std::vector<PhaseTime>& into) : into_(into), start_(std::chrono::steady_clock::now()) {}
  void lap(const char* phase) {
    const auto now = std::chrono::steady_clock::now();
    into_.push_back({phase, std::chrono::duration<double, std::milli>(now - start_).count()});
    start_ = now;
  }

private:
  std::vector<PhaseTime>& into_;
  std::chrono::steady_clock::time_point start_;
};

struct Printed {
  Dialect dialect;
  Program program;
  ProgramText text;
};

Result<Dialect> dialect_of(const Image& image, const CompileOptions& options) {
  auto dialect = make_dialect(options.target, options.int_width);
  if (!dialect) return dialect;
  dialect->set_version(image.version);
  dialect->backtraces = !image.events.empty();
  return dialect;
}

// Under a name that the table doesn't have a primitive is called, whatever becomes of its result.
void trace(std::vector<std::string>& primitives) {
  for (auto& name : primitives) name.insert(0, traced_prefix);
}

// The phases before the final text; `output` gets their times, and what was asked for of their results.
Result<Printed> compile_to_text(Image& image, const CompileOptions& options, CompileOutput& output) {
  auto dialect = dialect_of(image, options);
  if (!dialect) return dialect.error();
  Stopwatch watch(output.times);
  if (options.dump == "bytecode") output.dump = disassemble(image);
  if (options.trace_primitives) trace(image.primitives);
  auto program = build_program(image, primitive_uses(image.primitives));
  if (!program) return program.error();
  dialect->allocations = program->allocations;
  watch.lap("ir");
  if (options.verify)
    if (auto problem = verify(*program, "ir")) return *problem;
  if (options.dump == "ir") output.dump = print_ir(*program);
  optimize(*program, options.level, dialect->is_luajit);
  watch.lap("optimize");
  if (options.verify)
    if (auto problem = verify(*program, "optimize")) return *problem;
  if (options.dump == "optimize") output.dump = print_ir(*program);
  own_bytes(*program);
  add_safe_points(*program);
  if (!dialect->has_integers) hash_floats(*program);
  const auto origins = options.debug_info ? std::optional<Origins>(image) : std::nullopt;
  auto text = print_program(*program, *dialect, options.dump == "structure", origins ? &*origins : nullptr);
  if (!text) return text.error();
  if (options.dump == "structure") output.dump = text->structure_dump;
  watch.lap("structure and lua");
  return Printed{std::move(*dialect), std::move(*program), std::move(*text)};
}

// Gives the runtime's table of embedded files its contents, where the program needs it.
void embed(ProgramText& text, const std::vector<EmbeddedFile>& files) {
  for (auto& chunk : text.sections[0].chunks) {
    const Symbol symbol = text.symbols[chunk.symbol];
    if (symbol.kind != SymbolKind::runtime || text.symbols.name(symbol.id) != "rt_embedded") continue;
    chunk.text = symbol_text(chunk.symbol) + " = {";
    for (const auto& file : files) chunk.text += "\n" + quote(file.name) + ", " + quote(file.content) + ",";
    chunk.text += "\n}\n";
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "`" : ", `") + name + "`";
  return text;
}

} // namespace

Result<CompileOutput> compile_image(Image image, const CompileOptions& options) {
  CompileOutput output;
  auto printed = compile_to_text(image, options, output);
  if (!printed) return printed.error();
  auto& text = printed->text;
  if (!text.missing.empty() && !options.allow_missing) return missing_primitives(text.missing);
  if (!options.files.empty()) embed(text, options.files);
  printed->program = {}; // before the text is written a second time
  Stopwatch watch(output.times);
  const Locations locations(image);
  output.lua = assemble(std::move(text.sections), text.names, printed->dialect, text.entry,
                        printed->dialect.backtraces ? &locations : nullptr);
  watch.lap("link");
  if (options.dump == "lua") output.dump = output.lua;
  return output;
}

Result<UnitOutput> compile_unit(Image image, const CompileOptions& options) {
  CompileOutput output;
  auto printed = compile_to_text(image, options, output);
  if (!printed) return printed.error();
  auto& text = printed->text;
  std::vector<std::uint32_t> exports;
  for (std::uint32_t s = 0; s < text.symbols.size(); ++s)
    if (text.symbols[s].kind == SymbolKind::global) exports.push_back(s);
  std::string lua;
  const Locations locations(image);
  if (!text.sections.empty())
    lua = assemble_unit(std::move(text.sections[0]), text.names, printed->dialect, exports,
                        printed->dialect.backtraces ? &locations : nullptr);
  return UnitOutput{std::move(lua), std::move(text.runtime), printed->dialect.int_width};
}

Diagnostic missing_primitives(const std::vector<std::string>& names) {
  return {ErrorKind::missing_primitive, {},
          (names.size() == 1 ? "the runtime lacks the primitive " : "the runtime lacks the primitives ") + joined(names)};
}

Result<RuntimeReport> check_runtime(Image image, const CompileOptions& options) {
  CompileOutput output;
  auto printed = compile_to_text(image, options, output);
  if (!printed) return printed.error();
  return RuntimeReport{printed->text.used, printed->text.missing};
}

std::vector<std::string> target_names() { return dialect_names(); }

Result<std::vector<FunctionSize>> function_sizes(Image image, const CompileOptions& options) {
  CompileOutput output;
  auto printed = compile_to_text(image, options, output);
  if (!printed) return printed.error();
  std::vector<FunctionSize> sizes;
  for (const auto& function : printed->text.functions) {
    const auto& f = printed->program.functions[function.id];
    const auto& unit = printed->program.units[f.unit].name;
    sizes.push_back({unit + (f.kind == FunctionKind::unit_main ? " (main code)" : ""), f.pc, function.instructions, function.locals, function.upvalues});
  }
  std::stable_sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.instructions > b.instructions; });
  return sizes;
}

} // namespace loo
