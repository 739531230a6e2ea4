#include "driver/command_line.h"

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>

namespace loo {
namespace {

namespace po = boost::program_options;

struct SubcommandText {
  Subcommand subcommand;
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
  std::string_view details;
};

constexpr std::array subcommand_texts{
    SubcommandText{Subcommand::compile, "compile", "[compile] FILE... [-o FILE] [--target NAME]",
                   "translate a program to one Lua file",
                   "FILE is a bytecode executable, or .cmo and .cma files in link order, or .ml\n"
                   "files, which the ocamlc found in PATH compiles first (with the .mli beside)."},
    SubcommandText{Subcommand::link, "link", "link FILE... -o FILE", "make a program of units that were compiled by themselves",
                   "FILE is what `compile --unit` wrote, in the order that ocamlc links in: the standard\n"
                   "library, also compiled so, comes first, std_exit last."},
    SubcommandText{Subcommand::run, "run", "run FILE... [--lua NAME] [-- ARGUMENT...]",
                   "translate a program and run it at once",
                   "The exit status is the program's own. Without --lua the first of lua5.4, lua5.3,\n"
                   "luajit, lua5.2, lua5.1 that this machine has: those with 63-bit ints come first."},
    SubcommandText{Subcommand::info, "info", "info FILE...", "tell what a bytecode file holds",
                   "OCaml's version, sizes, units, and the biggest functions of the Lua output."},
    SubcommandText{Subcommand::check_runtime, "check-runtime", "check-runtime FILE... [--target NAME]",
                   "list the primitives that a program uses and the target lacks",
                   "Exit status 0 if none is missing, 3 otherwise."},
    SubcommandText{Subcommand::targets, "targets", "targets", "list the Luas of this machine and what to compile for them",
                   "A file for `portable` runs on all of them; one for a Lua's own target is faster."},
};

const SubcommandText& text_of(Subcommand subcommand) {
  return *std::ranges::find(subcommand_texts, subcommand, &SubcommandText::subcommand);
}

std::optional<Subcommand> subcommand_named(std::string_view name) {
  const auto it = std::ranges::find(subcommand_texts, name, &SubcommandText::name);
  if (it == subcommand_texts.end()) return std::nullopt;
  return it->subcommand;
}

constexpr std::array<std::string_view, 5> phases{"bytecode", "ir", "optimize", "structure", "lua"};

std::string phase_names() {
  std::string names;
  for (const std::string_view phase : phases) names.append(names.empty() ? "" : ", ").append(phase);
  return names;
}

// What the options of one subcommand write to.
struct Values {
  Arguments arguments;
  int int_width = 0;
};

po::options_description options_of(Subcommand subcommand, Values& values) {
  Arguments& a = values.arguments;
  po::options_description options("Options", 100, 60);
  auto add = options.add_options();
  if (subcommand == Subcommand::compile || subcommand == Subcommand::link) {
    add("output,o", po::value(&a.output)->value_name("FILE"),
        "where to write; `-` is the standard output (default: the input's name with .lua)");
  }
  if (subcommand == Subcommand::run) {
    add("lua", po::value(&a.lua)->value_name("NAME"), "the interpreter: a name of `lua_of_ocaml targets`, or a path");
  }
  if (subcommand != Subcommand::targets && subcommand != Subcommand::link) {
    add("target", po::value(&a.compile.target)->value_name("NAME"),
        "the Lua to write for (default: portable; for run: the interpreter's own)");
    add("int-width", po::value(&values.int_width)->value_name("BITS"),
        "bits of int, 32 or 63 (default: 63 for lua5.3 and lua5.4, else 32)");
    add("opt-level,O", po::value(&a.compile.level)->value_name("LEVEL"),
        "0: none, 1: within functions, 2: whole program (default)");
    add(",I", po::value(&a.include_folders)->value_name("FOLDER"), "where ocamlc finds the interfaces of other units");
  }
  if (subcommand == Subcommand::compile || subcommand == Subcommand::run || subcommand == Subcommand::link) {
    add("allow-missing", po::bool_switch(&a.compile.allow_missing),
        "a primitive that the target lacks raises when it's called, instead of failing now");
  }
  if (subcommand == Subcommand::link) {
    add("runtime", po::bool_switch(&a.runtime), "the whole runtime alone, for a host that loads such units one by one");
  }
  if (subcommand == Subcommand::compile || subcommand == Subcommand::run) {
    add("file", po::value(&a.embedded)->value_name("PATH[:NAME]"),
        "put a file into the program, which finds it under NAME (default: PATH), whatever the host has");
    add("trace-primitives", po::bool_switch(&a.compile.trace_primitives),
        "the program writes each call of a primitive to the standard error, with arguments and result");
    add("verify", po::bool_switch(&a.compile.verify), "check the compiler's own invariants after each phase");
    add("time", po::bool_switch(&a.time), "print the time of each phase and the memory");
  }
  if (subcommand == Subcommand::compile) {
    add("unit", po::bool_switch(&a.unit), "compile the units of a .cmo or .cma by themselves, for `link`");
    add("only", po::value(&a.only)->value_name("NAME"), "of these units this one alone; may be given more than once");
    add("debug-info", po::bool_switch(&a.compile.debug_info),
        "a comment before each function tells where it's from: file and line of a program compiled with -g, "
        "else its unit; a program compiled with -g has backtraces");
    add("dump", po::value(&a.compile.dump)->value_name("PHASE"),
        ("write what PHASE (" + phase_names() + ") made instead of Lua").c_str());
  }
  add("help,h", "print this");
  return options;
}

Diagnostic usage_error(std::string message) { return {ErrorKind::usage, {}, std::move(message)}; }

std::optional<std::string> problem_of(const Values& values) {
  const Arguments& a = values.arguments;
  if (values.int_width != 0 && values.int_width != 32 && values.int_width != 63)
    return "`--int-width` is 32 or 63, not " + std::to_string(values.int_width);
  if (a.compile.level < 0 || a.compile.level > 2)
    return "`-O` is 0, 1 or 2, not " + std::to_string(a.compile.level);
  if (!a.compile.dump.empty() && std::ranges::find(phases, a.compile.dump) == phases.end())
    return "unknown phase `" + a.compile.dump + "`: one of " + phase_names();
  const auto targets = target_names();
  if (std::ranges::find(targets, a.compile.target) == targets.end()) {
    std::string known;
    for (const auto& name : targets) known += (known.empty() ? "" : ", ") + name;
    return "unknown target `" + a.compile.target + "`: one of " + known;
  }
  if (a.inputs.empty() && a.subcommand != Subcommand::targets)
    return "`" + std::string(text_of(a.subcommand).name) + "` needs a file; see `lua_of_ocaml --help`";
  if (a.unit && (a.inputs.size() > 1 || !a.compile.dump.empty())) return "`--unit` takes one file, and no --dump";
  if (!a.unit && !a.only.empty()) return "`--only` goes with --unit";
  if (a.unit && !a.embedded.empty()) return "`--file` is for programs, not for units";
  if (a.subcommand == Subcommand::link && a.output.empty()) return "`link` needs -o FILE";
  if (!a.inputs.empty() && a.subcommand == Subcommand::targets) return "`targets` takes no file";
  return std::nullopt;
}

Result<Arguments> parse_subcommand(Subcommand subcommand, std::span<const std::string> words) {
  Values values;
  Arguments& a = values.arguments;
  a.subcommand = subcommand;
  std::vector<std::string> own(words.begin(), words.end());
  if (subcommand == Subcommand::run) {
    const auto dashes = std::ranges::find(own, "--");
    if (dashes != own.end()) a.program_arguments.assign(dashes + 1, own.end());
    own.erase(dashes, own.end());
  }
  po::options_description visible = options_of(subcommand, values);
  po::options_description all;
  all.add(visible).add_options()("input", po::value(&a.inputs));
  po::positional_options_description positional;
  positional.add("input", -1);
  try {
    using namespace po::command_line_style;
    po::variables_map map;
    po::store(po::command_line_parser(own).options(all).positional(positional).style(unix_style & ~allow_guessing).run(),
              map);
    po::notify(map);
    if (map.count("help") != 0) {
      a.topic = subcommand;
      a.subcommand = Subcommand::help;
      return a;
    }
    a.target_given = map.count("target") != 0;
  } catch (const po::error& error) {
    return usage_error(error.what());
  }
  a.compile.int_width = values.int_width;
  if (auto problem = problem_of(values)) return usage_error(std::move(*problem));
  return a;
}

} // namespace

Result<Arguments> parse_command_line(std::span<const std::string> arguments) {
  Arguments result;
  if (arguments.empty()) return usage_error("no file given; see `lua_of_ocaml --help`");
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    if (arguments.size() > 1) result.topic = subcommand_named(arguments[1]).value_or(Subcommand::help);
    return result;
  }
  if (first == "--version") {
    result.subcommand = Subcommand::version;
    return result;
  }
  if (const auto subcommand = subcommand_named(first)) return parse_subcommand(*subcommand, arguments.subspan(1));
  return parse_subcommand(Subcommand::compile, arguments);
}

std::string help_text(Subcommand topic) {
  std::ostringstream out;
  if (topic != Subcommand::help) {
    const SubcommandText& text = text_of(topic);
    Values values;
    out << "usage: lua_of_ocaml " << text.usage << "\n" << text.summary << "\n\n" << text.details << "\n\n"
        << options_of(topic, values);
    return out.str();
  }
  out << "usage: lua_of_ocaml COMMAND ...\ncompiles OCaml bytecode to Lua 5.1, 5.2, 5.3, 5.4, LuaJIT and Neovim\n\n";
  for (const SubcommandText& text : subcommand_texts)
    out << "  " << text.name << std::string(16 - text.name.size(), ' ') << text.summary << "\n";
  out << "\n`lua_of_ocaml FILE` is `lua_of_ocaml compile FILE`; `lua_of_ocaml COMMAND --help` tells the options.\n"
         "exit status: 0 done, 1 usage, 2 input, 3 missing primitive, 4 limit of the target, 5 output,\n"
         "70 a fault of the compiler; `run` gives the program's own.\n";
  return out.str();
}

std::string version_text() { return "lua_of_ocaml " LOO_VERSION "\n"; }

} // namespace loo
