// Real files, made by the ocamlc of this machine (and OCaml 5, where it's built):
// every way to link, and that linking object files gives what ocamlc gives.
#include "bytecode/image.h"
#include "bytecode/opcodes.h"
#include "support/file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <unistd.h>

namespace loo {
namespace {

namespace fs = std::filesystem;

std::string output_of(const std::string& command) {
  std::string text;
  if (FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r")) {
    std::array<char, 4096> buffer;
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), n);
    if (pclose(pipe) != 0) return "";
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string compiler(bool five) {
  if (!five) return output_of("command -v ocamlc");
  const std::string prefix = output_of("'" LOO_OCAML5 "' --path");
  return prefix.empty() ? "" : prefix + "/bin/ocamlc";
}

class OcamlTest : public ::testing::TestWithParam<bool> {
protected:
  void SetUp() override {
    compiler_ = compiler(GetParam());
    if (compiler_.empty()) GTEST_SKIP() << "this ocamlc is not installed";
    std::string pattern = (fs::temp_directory_path() / "loo_ocaml.XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    std::ofstream(folder_ / "a.ml") << "let shared = \"shared\"\nlet pair = (shared, [| 1.5; 2. |])\n"
                                       "let rec even n = n = 0 || odd (n - 1) and odd n = n > 0 && even (n - 1)\n";
    std::ofstream(folder_ / "b.ml")
        << "exception E of int64\nlet cyclic = let rec l = 1 :: 2 :: l in l\n"
           "let f a b c d e = try a + b + c + d + e with Not_found -> A.(if even 3 then 0 else 1)\n"
           "let () = Printf.printf \"%d %s %g %ld %Ld %nd\\n\" (f 1 2 3 4 5) (fst A.pair) (-1.5e300) 7l 0x123456789AL 9n\n"
           "let () = match Sys.argv with [| _; \"x\" |] -> raise (E 3L) | _ -> ()\n";
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }
  [[nodiscard]] bool ocamlc(const std::string& arguments) const {
    return std::system(("cd " + folder_.string() + " && " + compiler_ + " -w -a " + arguments + " >log 2>&1").c_str()) == 0;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] static Result<Image> read(const std::string& path, bool events = true) {
    const auto bytes = read_file(path);
    if (!bytes.ok()) return bytes.error();
    return read_executable(*bytes, path, {events});
  }
  [[nodiscard]] Result<Image> link(const std::vector<std::string>& names) const {
    std::vector<ObjectFile> files;
    const std::string library = output_of(compiler_ + " -where");
    for (const std::string& name : names) {
      const std::string where = name.starts_with("std") ? library + '/' + name : path(name);
      auto bytes = read_file(where);
      if (!bytes.ok()) return bytes.error();
      files.push_back({name, std::move(*bytes)});
    }
    return link_objects(files, {true});
  }

  std::string compiler_;
  fs::path folder_;
};

// Whether two graphs of constants are the same, sharing included.
class Isomorphism {
public:
  Isomorphism(const Image& a, const Image& b) : a_(a), b_(b) {}
  bool same(ConstId x, ConstId y) {
    std::vector<std::pair<ConstId, ConstId>> pending{{x, y}};
    while (!pending.empty()) {
      const auto [i, j] = pending.back();
      pending.pop_back();
      const auto [entry, fresh] = map_.try_emplace(i, j);
      if (entry->second != j) return false;
      if (!fresh) continue;
      const Constant& c = a_.constants[i];
      const Constant& d = b_.constants[j];
      if (c.kind != d.kind || c.tag != d.tag || c.integer != d.integer || c.floating != d.floating || c.string != d.string ||
          c.floats != d.floats || c.fields.size() != d.fields.size()) {
        return false;
      }
      for (std::size_t k = 0; k < c.fields.size(); ++k) pending.emplace_back(c.fields[k], d.fields[k]);
    }
    return true;
  }

private:
  const Image& a_;
  const Image& b_;
  std::map<ConstId, ConstId> map_;
};

void expect_same_program(const Image& linked, const Image& reference) {
  ASSERT_EQ(linked.code.size(), reference.code.size());
  for (std::uint32_t pc = 0; pc < linked.code.size(); pc += instruction_size(linked.code, pc)) {
    const auto o = static_cast<Op>(linked.code[pc]);
    ASSERT_EQ(linked.code[pc], reference.code[pc]) << pc;
    const std::uint32_t size = instruction_size(linked.code, pc);
    const bool call = o >= Op::C_CALL1 && o <= Op::C_CALLN;
    for (std::uint32_t i = 1; i < size; ++i) {
      const auto x = static_cast<std::size_t>(linked.code[pc + i]);
      const auto y = static_cast<std::size_t>(reference.code[pc + i]);
      if (call && i + 1 == size) {
        ASSERT_EQ(linked.primitives[x], reference.primitives[y]);
      } else {
        ASSERT_EQ(x, y) << pc;
      }
    }
  }
  EXPECT_EQ(linked.global_names, reference.global_names);
  ASSERT_EQ(linked.globals.size(), reference.globals.size());
  Isomorphism constants(linked, reference);
  for (std::size_t i = 0; i < linked.globals.size(); ++i) {
    EXPECT_TRUE(constants.same(linked.globals[i], reference.globals[i])) << "global " << i;
  }
  ASSERT_EQ(linked.units.size(), reference.units.size());
  for (std::size_t i = 0; i < linked.units.size(); ++i) {
    EXPECT_EQ(linked.units[i].name, reference.units[i].name);
    EXPECT_EQ(linked.units[i].end, reference.units[i].end);
  }
}

TEST_P(OcamlTest, LinkingObjectsGivesWhatOcamlcGives) {
  for (const std::string debug : {"", "-g "}) {
    ASSERT_TRUE(ocamlc(debug + "a.ml b.ml -o prog"));
    const auto reference = read(path("prog"));
    ASSERT_TRUE(reference.ok()) << to_string(reference.error());
    const auto linked = link({"stdlib.cma", "a.cmo", "b.cmo", "std_exit.cmo"});
    ASSERT_TRUE(linked.ok()) << to_string(linked.error());
    expect_same_program(*linked, *reference);
    EXPECT_EQ(reference->units.front().name, "CamlinternalFormatBasics");
    EXPECT_EQ(reference->units.back().name, "Std_exit");
  }
}

TEST_P(OcamlTest, LibrariesAndPacks) {
  ASSERT_TRUE(ocamlc("-a a.ml b.ml -linkall -o lib.cma"));
  ASSERT_TRUE(ocamlc("lib.cma -o prog"));
  const auto reference = read(path("prog"));
  const auto linked = link({"stdlib.cma", "lib.cma", "std_exit.cmo"});
  ASSERT_TRUE(linked.ok()) << to_string(linked.error());
  expect_same_program(*linked, *reference);

  ASSERT_TRUE(ocamlc("-for-pack P -c a.ml b.ml") && ocamlc("-pack a.cmo b.cmo -o p.cmo") && ocamlc("p.cmo -o packed"));
  const auto packed = read(path("packed"));
  ASSERT_TRUE(packed.ok()) << to_string(packed.error());
  const auto packed_link = link({"stdlib.cma", "p.cmo", "std_exit.cmo"});
  ASSERT_TRUE(packed_link.ok()) << to_string(packed_link.error());
  expect_same_program(*packed_link, *packed);
  std::set<std::string> names;
  for (const CodeUnit& unit : packed->units) names.insert(unit.name);
  EXPECT_TRUE(names.contains("P.A") && names.contains("P.B") && names.contains("P"));
}

TEST_P(OcamlTest, EveryWayToLink) {
  for (const char* flags : {"", "-g", "-custom", "-g -custom", "-linkall", "-noassert -unsafe", "-nopervasives"}) {
    const std::string source = std::string(flags).find("nopervasives") == std::string::npos ? " a.ml b.ml" : " c.ml";
    std::ofstream(folder_ / "c.ml") << "let f x y = y let z = f 1 2";
    ASSERT_TRUE(ocamlc(flags + source + " -o prog")) << flags;
    const auto image = read(path("prog"));
    ASSERT_TRUE(image.ok()) << flags << ' ' << to_string(image.error());
  }
  if (ocamlc("-output-complete-exe a.ml b.ml -o complete")) {
    EXPECT_NE(read(path("complete")).error().message.find("-output-complete-exe"), std::string::npos);
  }
  EXPECT_NE(read(path("a.cmi")).error().message.find(".cmi"), std::string::npos);
}

TEST_P(OcamlTest, DebugEventsPointAtTheSource) {
  ASSERT_TRUE(ocamlc("-g a.ml b.ml -o prog"));
  const auto image = read(path("prog"));
  ASSERT_TRUE(image.ok()) << to_string(image.error());
  std::set<std::uint32_t> lines;
  for (const DebugEvent& event : image->events) {
    EXPECT_LE(event.pc, image->code.size());
    if (event.file == "b.ml") {
      lines.insert(static_cast<std::uint32_t>(event.line));
      const auto unit = std::find_if(image->units.begin(), image->units.end(),
                                     [&](const CodeUnit& u) { return event.pc > u.begin && event.pc <= u.end; });
      ASSERT_NE(unit, image->units.end());
      EXPECT_EQ(unit->name, "B");
      EXPECT_TRUE(event.definition.starts_with("B")) << event.definition;
    }
  }
  EXPECT_TRUE(lines.contains(3) && lines.contains(4) && lines.contains(5));
  EXPECT_TRUE(read(path("prog"), false)->events.empty());
}

TEST_P(OcamlTest, AUnitThatOnlyRaises) {
  std::ofstream(folder_ / "r.ml") << "let () = raise Exit";
  ASSERT_TRUE(ocamlc("r.ml -o prog"));
  const auto image = read(path("prog"));
  ASSERT_TRUE(image.ok()) << to_string(image.error());
}

INSTANTIATE_TEST_SUITE_P(Versions, OcamlTest, ::testing::Values(false, true),
                         [](const auto& test) { return test.param ? "Ocaml5" : "Ocamlc"; });

} // namespace
} // namespace loo
