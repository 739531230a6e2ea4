// Executables made by hand: launchers, the table of sections, versions, globals,
// and what each kind of wrong file is told.
#include "bytecode/image.h"

#include "files.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

using namespace test;

Result<Image> read(const std::string& bytes) { return read_executable(bytes_of(bytes), "f", {}); }
std::string error(const std::string& bytes) {
  const auto image = read(bytes);
  return image.ok() ? "" : to_string(image.error());
}
Sections with(const std::string& name, const std::string& content) {
  Sections sections = small_program();
  for (auto& section : sections) {
    if (section.first == name) section.second = content;
  }
  return sections;
}

TEST(Executable, ReadsASmallProgram) {
  const auto image = read(executable(small_program()));
  ASSERT_TRUE(image.ok()) << to_string(image.error());
  EXPECT_EQ(image->version.name(), "4.13");
  EXPECT_EQ(image->code.size(), 4U);
  EXPECT_EQ(image->primitives, (std::vector<std::string>{"caml_one", "caml_two"}));
  EXPECT_EQ(image->global_names, (std::vector<std::string>{"A", ""}));
  ASSERT_EQ(image->globals.size(), 2U);
  EXPECT_EQ(image->constants[image->globals[0]].integer, 0);
  EXPECT_EQ(image->constants[image->globals[1]].string, "text");
  ASSERT_EQ(image->units.size(), 1U);
  EXPECT_EQ(image->units[0].name, "A");
  EXPECT_EQ(image->units[0].end, 4U);
  EXPECT_TRUE(image->events.empty());
}

TEST(Executable, TakesAnyLauncherAndSectionsItDoesNotKnow) {
  Sections sections = small_program();
  sections.insert(sections.begin(), {"RNTM", std::string("/opt/run\0", 9)});
  sections.push_back({"CRCS", marshalled("\x40")});
  for (const std::string& launcher : {std::string(), std::string("\x7f" "ELF......"), std::string("#!/bin/sh\nexec x\n")}) {
    EXPECT_EQ(error(executable(sections, "Caml1999X030", launcher)), "");
  }
}

TEST(Executable, KnowsVersions) {
  EXPECT_EQ((OcamlVersion{25}).name(), "4.08");
  EXPECT_EQ((OcamlVersion{27}).name(), "4.10");
  EXPECT_EQ((OcamlVersion{31}).name(), "4.14");
  EXPECT_EQ((OcamlVersion{32}).name(), "5.0");
  EXPECT_EQ((OcamlVersion{36}).name(), "5.4");
  for (const char* magic : {"025", "026", "027", "028", "029", "030", "031", "032", "033"}) {
    EXPECT_EQ(error(executable(small_program(), std::string("Caml1999X") + magic)), "") << magic;
  }
  // From 5.2 on the names of globals have another form.
  const std::string name = block(0, {string("A")});
  const std::string symbols =
      marshalled(block(0, {integer(2), block(0, {integer(0), name, integer(0), integer(0), integer(1)})}), 4);
  for (const char* magic : {"034", "035", "036"}) {
    const auto image = read(executable(with("SYMB", symbols), std::string("Caml1999X") + magic));
    ASSERT_TRUE(image.ok()) << to_string(image.error());
    EXPECT_EQ(image->global_names[0], "A");
    EXPECT_EQ(error(executable(small_program(), std::string("Caml1999X") + magic)),
              "f: the table of globals has an unknown form (SYMB)");
  }
  EXPECT_EQ(error(executable(small_program(), "Caml1999X024")),
            "f: this bytecode is too old (magic number 024): OCaml 4.08 to 5.4 are supported");
  EXPECT_EQ(error(executable(small_program(), "Caml1999X037")),
            "f: this bytecode is too new (magic number 037): OCaml 4.08 to 5.4 are supported");
}

TEST(Executable, TellsWhatAFileIsInstead) {
  const auto has = [](const std::string& bytes, const std::string& part) {
    EXPECT_NE(error(bytes).find(part), std::string::npos) << error(bytes);
  };
  has("", "the file is empty");
  has("Caml1999I030....", "compiled interface (.cmi)");
  has("Caml1999O030....", "object file (.cmo)");
  has("Caml1999A030....", "library (.cma)");
  has("Caml1999Y030....", "a file of OCaml, but not bytecode");
  has("\x7f" "ELF" + std::string(100, 0), "-output-complete-exe");
  has("#!/usr/bin/ocamlrun\nxxxxxxxxxxxxxxxxxxx", "cut short");
  has("let () = ()", "this is not OCaml bytecode");
  has("Caml1999X0", "a file of OCaml");
}

TEST(Executable, KindsOfFiles) {
  EXPECT_EQ(file_kind(bytes_of(executable(small_program()))), FileKind::executable);
  EXPECT_EQ(file_kind(bytes_of("Caml1999O030")), FileKind::cmo);
  EXPECT_EQ(file_kind(bytes_of("Caml1999A030")), FileKind::cma);
  EXPECT_EQ(file_kind(bytes_of("Caml1999I030")), FileKind::cmi);
  EXPECT_EQ(file_kind(bytes_of("\x7f" "ELF")), FileKind::elf);
  EXPECT_EQ(file_kind({}), FileKind::other);
}

TEST(Executable, EveryTruncationIsAnError) {
  const std::string whole = executable(small_program());
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(error(whole.substr(0, size)), "") << size;
}

TEST(Executable, DamagedTables) {
  std::string many = executable(small_program());
  many[many.size() - 16] = '\x7f';
  EXPECT_NE(error(many).find("table of sections is damaged"), std::string::npos) << error(many);
  std::string longer = executable(small_program());
  longer[longer.size() - 16 - 4] = '\x7f';
  EXPECT_NE(error(longer).find("section `SYMB` is longer than the file"), std::string::npos) << error(longer);
  for (const char* name : {"CODE", "PRIM", "DATA", "SYMB"}) {
    Sections sections = small_program();
    std::erase_if(sections, [&](const auto& section) { return section.first == name; });
    EXPECT_EQ(error(executable(sections)), "f: section `" + std::string(name) + "` is missing");
  }
}

TEST(Executable, DamagedSections) {
  EXPECT_EQ(error(executable(with("CODE", "abc"))), "f: the code is not a whole number of words (CODE)");
  EXPECT_EQ(error(executable(with("CODE", ""))), "f: the code does not end in STOP (CODE, offset 0)");
  EXPECT_EQ(error(executable(with("PRIM", "caml_one"))), "f: the last name does not end (PRIM)");
  EXPECT_EQ(error(executable(with("PRIM", std::string("a\0\0", 3)))), "f: a primitive has no name (PRIM)");
  EXPECT_EQ(error(executable(with("DATA", marshalled("\x40")))), "f: the globals are not an array (DATA)");
  EXPECT_EQ(error(executable(with("SYMB", marshalled("\x40")))), "f: the table of globals has an unknown form (SYMB)");
  const std::string name = block(2, {string("A")});
  EXPECT_EQ(error(executable(with("SYMB", marshalled(block(0, {integer(9), block(0, {integer(0), name, integer(7), integer(0),
                                                                                   integer(1)})}))))),
            "f: global `A` has slot 7 of 2 (SYMB)");
}

TEST(Executable, ATreeOfGlobalsThatSharesNodesDoesNotExplode) {
  // Each node's children are one and the same node: 2^60 paths.
  std::string tree = integer(0);
  const std::string name = block(2, {string("A")});
  for (int i = 0; i < 60; ++i) {
    // l (deep), v, d, r (shared with l), h: the left child was the object behind this one.
    tree = block(0, {tree, name, integer(0), shared(static_cast<std::uint8_t>(3 * i + 2)), integer(1)});
  }
  EXPECT_NE(error(executable(with("SYMB", marshalled(block(0, {integer(2), tree}))))), "");
}

TEST(Executable, TooManyConstants) {
  const std::string data = marshalled(std::string((std::size_t{1} << 21) + 1, '\x90') + "\x40");
  EXPECT_EQ(error(executable(with("DATA", data))), "f: there are more than 2097152 constants (DATA)");
}

TEST(Executable, ConstantsKeepSharingAndCycles) {
  // globals = [| 0; (s, s); c |] where rec c = (1, c)
  const std::string data = block(0, {integer(0), block(0, {string("s"), shared(1)}), block(0, {integer(1), shared(1)}), "\x80", "\x80"});
  const auto image = read(executable(with("DATA", marshalled(data))));
  ASSERT_TRUE(image.ok()) << to_string(image.error());
  const Constant& pair = image->constants[image->globals[1]];
  EXPECT_EQ(pair.fields[0], pair.fields[1]);
  const Constant& cycle = image->constants[image->globals[2]];
  EXPECT_EQ(cycle.fields[1], image->globals[2]);
  EXPECT_EQ(image->globals[3], image->globals[4]);
}

} // namespace
} // namespace loo
