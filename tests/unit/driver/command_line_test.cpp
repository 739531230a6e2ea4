#include "driver/command_line.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

using Words = std::vector<std::string>;

Arguments parsed(const Words& words) {
  auto arguments = parse_command_line(words);
  EXPECT_TRUE(arguments.ok()) << (arguments.ok() ? "" : arguments.error().message);
  return arguments.ok() ? *arguments : Arguments{};
}

std::string refused(const Words& words) {
  auto arguments = parse_command_line(words);
  if (arguments.ok()) return "accepted";
  EXPECT_EQ(arguments.error().kind, ErrorKind::usage);
  return arguments.error().message;
}

TEST(CommandLine, AFileAloneIsCompiled) {
  const Arguments a = parsed({"main.byte"});
  EXPECT_EQ(a.subcommand, Subcommand::compile);
  EXPECT_EQ(a.inputs, Words{"main.byte"});
  EXPECT_EQ(a.compile.target, "portable");
  EXPECT_EQ(a.compile.int_width, 0);
  EXPECT_EQ(a.compile.level, 2);
  EXPECT_FALSE(a.target_given);
}

TEST(CommandLine, CompileOptions) {
  const Arguments a = parsed({"compile", "a.cmo", "-o", "-", "b.cmo", "--target", "lua5.4", "--int-width=32", "-O1",
                              "--dump=ir", "--verify", "--allow-missing", "--time", "--debug-info",
                              "--trace-primitives", "-I", "lib"});
  EXPECT_EQ(a.inputs, (Words{"a.cmo", "b.cmo"}));
  EXPECT_EQ(a.output, "-");
  EXPECT_EQ(a.compile.target, "lua5.4");
  EXPECT_TRUE(a.target_given);
  EXPECT_EQ(a.compile.int_width, 32);
  EXPECT_EQ(a.compile.level, 1);
  EXPECT_EQ(a.compile.dump, "ir");
  EXPECT_TRUE(a.compile.verify && a.compile.allow_missing && a.compile.debug_info && a.compile.trace_primitives && a.time);
  EXPECT_EQ(a.include_folders, Words{"lib"});
}

TEST(CommandLine, RunKeepsTheProgramsOwnArguments) {
  const Arguments a = parsed({"run", "main.ml", "--lua", "luajit", "--", "--help", "-o", "--"});
  EXPECT_EQ(a.subcommand, Subcommand::run);
  EXPECT_EQ(a.inputs, Words{"main.ml"});
  EXPECT_EQ(a.lua, "luajit");
  EXPECT_EQ(a.program_arguments, (Words{"--help", "-o", "--"}));
}

TEST(CommandLine, HelpOfEachCommand) {
  EXPECT_EQ(parsed({"--help"}).subcommand, Subcommand::help);
  for (const auto& [name, topic] : {std::pair{"compile", Subcommand::compile},
                                    {"run", Subcommand::run},
                                    {"info", Subcommand::info},
                                    {"check-runtime", Subcommand::check_runtime},
                                    {"targets", Subcommand::targets}}) {
    const Arguments a = parsed({name, "--help"});
    EXPECT_EQ(a.subcommand, Subcommand::help);
    EXPECT_EQ(a.topic, topic);
    EXPECT_NE(help_text(topic).find(std::string("usage: lua_of_ocaml ")), std::string::npos);
    EXPECT_NE(help_text(Subcommand::help).find(name), std::string::npos);
  }
  EXPECT_EQ(parsed({"--version"}).subcommand, Subcommand::version);
}

TEST(CommandLine, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(refused({}), "no file given; see `lua_of_ocaml --help`");
  EXPECT_EQ(refused({"a", "-O3"}), "`-O` is 0, 1 or 2, not 3");
  EXPECT_EQ(refused({"a", "--int-width", "31"}), "`--int-width` is 32 or 63, not 31");
  EXPECT_EQ(refused({"a", "--frobnicate"}), "unrecognised option '--frobnicate'");
  EXPECT_EQ(refused({"a", "--dump=machine"}), "unknown phase `machine`: one of bytecode, ir, optimize, structure, lua");
  EXPECT_NE(refused({"a", "--target", "lua6"}).find("unknown target `lua6`: one of portable"), std::string::npos);
  EXPECT_NE(refused({"a", "--targ", "lua5.1"}), "accepted"); // no guessing of shortened names
  EXPECT_EQ(refused({"info"}), "`info` needs a file; see `lua_of_ocaml --help`");
  EXPECT_EQ(refused({"targets", "a"}), "`targets` takes no file");
}

} // namespace
} // namespace loo
