// Object files made by hand, in the forms of all versions; linking them.
#include "bytecode/object_file.h"

#include "files.h"

#include <gtest/gtest.h>

namespace loo {
namespace {

using namespace test;

struct Unit {
  std::string name;
  std::vector<std::int32_t> code;
  std::vector<std::string> relocations;
  std::vector<std::string> required = {};
  bool force_link = false;
  std::string events = {};
};

std::string relocation(int tag, const std::string& argument, int word) {
  return block(0, {block(tag, {argument}), integer(word * 4)});
}
std::string ident(const std::string& name) { return block(2, {string(name)}); }
std::string predefined(const std::string& name) { return block(3, {string(name), integer(7)}); }

std::string descriptor(const Unit& unit, std::size_t position) {
  return block(0, {string(unit.name), integer(static_cast<std::int64_t>(position)),
                   integer(static_cast<std::int64_t>(unit.code.size() * 4)), list(unit.relocations), integer(0),
                   list(unit.required), integer(0), integer(unit.force_link ? 1 : 0),
                   integer(unit.events.empty() ? 0 : static_cast<std::int64_t>(position + unit.code.size() * 4)),
                   integer(static_cast<std::int64_t>(unit.events.size()))});
}

ObjectFile object(const Unit& unit, const std::string& magic = "030") {
  const std::string code = code_bytes(unit.code) + unit.events;
  const std::string bytes = "Caml1999O" + magic + big_endian(16 + code.size(), 4) + code + marshalled(descriptor(unit, 16));
  return {unit.name + ".cmo", {bytes.begin(), bytes.end()}};
}

ObjectFile library(const std::vector<Unit>& units) {
  std::string code;
  std::vector<std::string> descriptors;
  for (const Unit& unit : units) {
    descriptors.push_back(descriptor(unit, 16 + code.size()));
    code += code_bytes(unit.code);
  }
  const std::string bytes =
      "Caml1999A030" + big_endian(16 + code.size(), 4) + code +
      marshalled(block(0, {list(descriptors), integer(0), integer(0), integer(0), integer(0)}));
  return {"lib.cma", {bytes.begin(), bytes.end()}};
}

// A unit that defines its own name and gets those of `uses`.
Unit simple(const std::string& name, const std::vector<std::string>& uses = {}, bool force = false) {
  Unit unit{name, {}, {}, {}, force};
  for (const std::string& use : uses) {
    unit.code.insert(unit.code.end(), {op(Op::GETGLOBAL), 0});
    unit.relocations.push_back(relocation(1, ident(use), static_cast<int>(unit.code.size()) - 1));
  }
  unit.code.insert(unit.code.end(), {op(Op::CONST0), op(Op::SETGLOBAL), 0});
  unit.relocations.push_back(relocation(2, ident(name), static_cast<int>(unit.code.size()) - 1));
  return unit;
}

std::string link_error(const std::vector<ObjectFile>& files) {
  const auto image = link_objects(files, {});
  return image.ok() ? "" : to_string(image.error());
}

std::vector<std::string> unit_names(const std::vector<ObjectFile>& files) {
  const auto image = link_objects(files, {});
  std::vector<std::string> names;
  if (!image.ok()) return {to_string(image.error())};
  for (const CodeUnit& unit : image->units) names.push_back(unit.name);
  return names;
}

TEST(ObjectFile, NumbersGlobalsAndPrimitives) {
  Unit unit{"A", {op(Op::GETGLOBAL), 0, op(Op::C_CALL1), 0, op(Op::GETGLOBAL), 0, op(Op::C_CALL1), 0, op(Op::C_CALL1), 0, op(Op::SETGLOBAL), 0}, {}};
  unit.relocations = {relocation(0, block(4, {string("text")}), 1), relocation(3, string("caml_b"), 3),
                      relocation(1, predefined("Not_found"), 5),    relocation(3, string("caml_a"), 7),
                      relocation(3, string("caml_b"), 9),           relocation(2, ident("A"), 11)};
  const auto image = link_objects(std::vector{object(unit)}, {});
  ASSERT_TRUE(image.ok()) << to_string(image.error());
  EXPECT_EQ(image->primitives, (std::vector<std::string>{"caml_b", "caml_a"}));
  EXPECT_EQ(image->code, (std::vector<std::int32_t>{op(Op::GETGLOBAL), 12, op(Op::C_CALL1), 0, op(Op::GETGLOBAL), 6, op(Op::C_CALL1),
                                                    1, op(Op::C_CALL1), 0, op(Op::SETGLOBAL), 13, op(Op::STOP)}));
  EXPECT_EQ(image->global_names[6], "Not_found");
  EXPECT_EQ(image->global_names[13], "A");
  EXPECT_EQ(image->constants[image->globals[12]].string, "text");
  const Constant& exception = image->constants[image->globals[6]];
  EXPECT_EQ(exception.tag, 248);
  EXPECT_EQ(image->constants[exception.fields[0]].string, "Not_found");
  EXPECT_EQ(image->constants[exception.fields[1]].integer, -7);
}

TEST(ObjectFile, RelocationsFrom5_2) {
  Unit unit{"A", {op(Op::GETGLOBAL), 0, op(Op::GETGLOBAL), 0, op(Op::C_CALL1), 0, op(Op::SETGLOBAL), 0}, {}};
  unit.relocations = {relocation(0, block(0, {integer(1), string("value")}), 1), relocation(2, string("Failure"), 3),
                      relocation(4, string("caml_a"), 5), relocation(3, string("A"), 7)};
  for (const char* magic : {"034", "035", "036"}) {
    const auto image = link_objects(std::vector{object(unit, magic)}, {});
    ASSERT_TRUE(image.ok()) << to_string(image.error());
    EXPECT_EQ(image->code[3], 2);
    EXPECT_EQ(image->constants[image->globals[12]].fields.size(), 2U); // the value itself
  }
  EXPECT_FALSE(link_objects(std::vector{object(unit, "033")}, {}).ok());
}

TEST(ObjectFile, StructuredConstants) {
  const auto constant = [](const std::string& literal) {
    Unit unit{"A", {op(Op::GETGLOBAL), 0, op(Op::SETGLOBAL), 0}, {relocation(0, literal, 1), relocation(2, ident("A"), 3)}};
    auto image = link_objects(std::vector{object(unit)}, {});
    EXPECT_TRUE(image.ok()) << to_string(image.error());
    return image.ok() ? std::move(*image) : Image{};
  };
  const auto base = [](int tag, const std::string& value) { return block(0, {block(tag, {value})}); };
  const auto root = [](const Image& image) { return image.constants[image.globals[12]]; };
  EXPECT_EQ(root(constant(base(0, integer(-5)))).integer, -5);
  EXPECT_EQ(root(constant(base(1, integer(97)))).integer, 97);
  EXPECT_EQ(root(constant(base(3, string("1_0.5")))).floating, 10.5);
  EXPECT_EQ(root(constant(base(5, std::string("\x19_j\0", 4) + big_endian(9, 8)))).kind, Constant::Kind::int64);
  EXPECT_EQ(root(constant(block(0, {block(2, {string("s"), integer(0), integer(0)})}))).string, "s");
  EXPECT_EQ(root(constant(block(1, {integer(8)}))).integer, 8); // Const_pointer
  for (const int shift : {0, 1}) { // without and with Const_pointer
    const Image image = constant(block(1 + shift, {integer(9), list({base(0, integer(1)), block(3 + shift, {string("i")})})}));
    EXPECT_EQ(root(image).tag, 9);
    EXPECT_EQ(image.constants[root(image).fields.at(1)].string, "i");
    EXPECT_EQ(root(constant(block(2 + shift, {list({string("1."), string("-0x1p1")})}))).floats, (std::vector<double>{1, -2}));
    EXPECT_EQ(root(constant(block(2 + shift, {integer(0)}))).kind, Constant::Kind::block); // [||]
    EXPECT_TRUE(root(constant(block(1 + shift, {integer(5), integer(0)}))).fields.empty());
  }
}

TEST(ObjectFile, ForgedConstantsDoNotGrowWithoutEnd) {
  // Each level's list holds the level below twice.
  std::string level = block(0, {block(0, {integer(1)})});
  for (int i = 0; i < 40; ++i) level = block(1, {integer(0), block(0, {level, block(0, {shared(static_cast<std::uint8_t>(2)), integer(0)})})});
  Unit unit{"A", {op(Op::GETGLOBAL), 0, op(Op::SETGLOBAL), 0}, {relocation(0, level, 1), relocation(2, ident("A"), 3)}};
  EXPECT_NE(link_error({object(unit)}), "");
  // A constant within itself.
  const std::string cycle = block(1, {integer(0), block(0, {shared(2), integer(0)})});
  unit.relocations[0] = relocation(0, cycle, 1);
  EXPECT_EQ(link_error({object(unit)}), "A.cmo: a literal has an unknown form");
}

TEST(Link, TakesOfLibrariesWhatIsNeeded) {
  const ObjectFile lib = library({simple("A"), simple("B", {"A"}), simple("C"), simple("D", {}, true)});
  EXPECT_EQ(unit_names({lib, object(simple("M"))}), (std::vector<std::string>{"D", "M"}));
  EXPECT_EQ(unit_names({lib, object(simple("M", {"B"}))}), (std::vector<std::string>{"A", "B", "D", "M"}));
  Unit needs_c = simple("M");
  needs_c.required.push_back(ident("C"));
  EXPECT_EQ(unit_names({lib, object(needs_c)}), (std::vector<std::string>{"C", "D", "M"}));
}

TEST(Link, Errors) {
  EXPECT_EQ(link_error({object(simple("M", {"A"})), object(simple("N", {"A", "B"}))}),
            "M.cmo: no implementation of `A`, which is needed by `M` (M.cmo), `N` (N.cmo); 1 more missing: `B`");
  EXPECT_EQ(link_error({object(simple("M", {"A"})), object(simple("A"))}),
            "M.cmo: unit `M` needs `A` (A.cmo), which comes later in the order of linking");
  EXPECT_EQ(link_error({object(simple("A")), library({simple("A", {}, true)})}),
            "A.cmo: unit `A` is defined here and again in lib.cma");
  EXPECT_EQ(link_error({object(simple("A")), object(simple("B"), "031")}),
            "B.cmo: this is of OCaml 4.14, but A.cmo is of OCaml 4.13");
  EXPECT_EQ(link_error({}), "there is nothing to link");
}

TEST(Link, BlamesTheUnitThatCodeIsFrom) {
  Unit bad{"Bad", {op(Op::CONST0), 200, op(Op::SETGLOBAL), 0}, {}};
  bad.relocations = {relocation(2, ident("Bad"), 3)};
  const ObjectFile good = object(simple("A")), damaged = object(bad);
  EXPECT_EQ(link_error({good, damaged}), "Bad.cmo: unknown opcode (code of Bad, offset 4)");
}

TEST(ObjectFile, CompressedEventsAreLeftOut) {
  Unit unit = simple("A");
  unit.events = big_endian(0x8495A6BD, 4) + "\x0a\x03\x05\x01\x01\x01" "abc";
  const auto image = link_objects(std::vector{object(unit, "033")}, {true});
  ASSERT_TRUE(image.ok()) << to_string(image.error());
  EXPECT_TRUE(image->events.empty());
  unit.events = marshalled(list({integer(1)}));
  EXPECT_FALSE(link_objects(std::vector{object(unit)}, {true}).ok());
  EXPECT_TRUE(link_objects(std::vector{object(unit)}, {false}).ok());
}

TEST(ObjectFile, Damaged) {
  const auto error = [](const std::string& bytes) { return link_error({{"f", {bytes.begin(), bytes.end()}}}); };
  EXPECT_EQ(error(""), "f: the file is empty");
  EXPECT_EQ(error("Caml1999I030"), "f: this is a compiled interface (.cmi), there is no code in it");
  EXPECT_EQ(error("hello"), "f: this is neither an object file (.cmo) nor a library (.cma)");
  EXPECT_EQ(error("Caml1999O030"), "f: the file is cut short");
  EXPECT_EQ(error("Caml1999O099" + big_endian(0, 4)),
            "f: this bytecode is too new (magic number 099): OCaml 4.08 to 5.4 are supported");
  EXPECT_EQ(error("Caml1999O030" + big_endian(16, 4) + marshalled("\x40")),
            "f: the description of the units has an unknown form (descriptor)");
  Unit outside = simple("A");
  outside.relocations.push_back(relocation(3, string("p"), 100));
  EXPECT_EQ(link_error({object(outside)}), "A.cmo: the description of the units has an unknown form (descriptor)");
  const ObjectFile whole = object(simple("A"));
  for (std::size_t size = 0; size < whole.bytes.size(); ++size) {
    EXPECT_NE(link_error({{"f", {whole.bytes.begin(), whole.bytes.begin() + static_cast<std::ptrdiff_t>(size)}}}), "");
  }
}

} // namespace
} // namespace loo
