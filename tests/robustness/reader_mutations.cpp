// reader_mutations COUNT SEED FOLDER: reads every file of the folder as it is,
// which must succeed, then COUNT damaged versions of each: cut, with bits flipped,
// bytes and words replaced, parts moved or repeated. Each must give a program or a
// diagnostic of one line with exit code 2. The same seed gives the same damage.
// With `--write N FOLDER` behind it, instead writes N damaged versions of each file.
#include "bytecode/image.h"
#include "support/file.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using FileBytes = std::vector<std::uint8_t>;

class Damage {
public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  FileBytes operator()(const FileBytes& good) {
    FileBytes bytes = good;
    if (below(8) == 0) {
      bytes.resize(below(bytes.size()));
      return bytes;
    }
    for (std::size_t times = 1 + below(3); times > 0 && !bytes.empty(); --times) change(bytes);
    return bytes;
  }

private:
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  void change(FileBytes& bytes) {
    const std::size_t at = below(bytes.size());
    switch (below(6)) {
    case 0:
      bytes[at] ^= static_cast<std::uint8_t>(1U << below(8));
      break;
    case 1:
      bytes[at] = static_cast<std::uint8_t>(random_());
      break;
    case 2: { // a word of code or a length, to a value that is near a limit
      static constexpr std::uint32_t values[] = {0, 1, 2, 143, 0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 0x00ffffff};
      const std::uint32_t value = values[below(std::size(values))];
      const std::size_t word = at & ~std::size_t{3};
      for (std::size_t i = 0; i < 4 && word + i < bytes.size(); ++i) bytes[word + i] = static_cast<std::uint8_t>(value >> 8 * i);
      break;
    }
    case 3: { // a part over another
      const std::size_t length = std::min(1 + below(64), bytes.size() - at);
      const std::size_t from = below(bytes.size() - length + 1);
      const FileBytes part(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                           bytes.begin() + static_cast<std::ptrdiff_t>(from + length));
      std::copy(part.begin(), part.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    }
    case 4: // a part taken out
      bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                  bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at + 1 + below(8), bytes.size())));
      break;
    default: // another operand or opcode
      bytes[at & ~std::size_t{3}] = static_cast<std::uint8_t>(below(160));
      break;
    }
  }

  std::mt19937_64 random_;
};

loo::Result<loo::Image> read(const FileBytes& bytes, const std::string& name) {
  const loo::FileKind kind = loo::file_kind(bytes);
  if (kind == loo::FileKind::cmo || kind == loo::FileKind::cma) {
    return loo::link_objects(std::vector<loo::ObjectFile>{{name, bytes}}, {true});
  }
  return loo::read_executable(bytes, name, {true});
}

// What is wrong with the answer, or "".
std::string judge(const loo::Result<loo::Image>& result) {
  if (result.ok()) {
    const loo::Image& image = *result;
    if (image.units.empty() || image.units.back().end != image.code.size()) return "units do not cover the code";
    if (image.globals.size() != image.global_names.size()) return "globals without a name";
    for (const loo::ConstId id : image.globals) {
      if (id >= image.constants.size()) return "a constant that does not exist";
    }
    return "";
  }
  const std::string text = to_string(result.error());
  if (exit_code(result.error().kind) != 2) return "not an error of input: " + text;
  return text.empty() || text.find('\n') != std::string::npos ? "not a line: " + text : "";
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 7) return 1;
  const long count = std::atol(argv[1]);
  const auto seed = static_cast<std::uint64_t>(std::atol(argv[2]));
  std::vector<fs::path> paths;
  if (!fs::is_directory(argv[3])) {
    std::puts("SKIP: there are no inputs");
    return 77;
  }
  for (const auto& entry : fs::directory_iterator(argv[3])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    const auto good = loo::read_file(path.string());
    if (!good.ok()) return 1;
    Damage damage(seed);
    if (argc == 7) {
      for (long i = 0; i < std::atol(argv[5]); ++i) {
        const FileBytes bytes = damage(*good);
        const std::string name = std::to_string(i) + '_' + path.filename().string();
        if (!loo::write_file_atomically((fs::path(argv[6]) / name).string(),
                                        {reinterpret_cast<const char*>(bytes.data()), bytes.size()})
                 .ok()) {
          return 1;
        }
      }
      continue;
    }
    if (const auto image = read(*good, "good"); !image.ok()) {
      std::printf("%s is refused: %s\n", path.c_str(), to_string(image.error()).c_str());
      return 1;
    }
    long accepted = 0;
    for (long i = 0; i < count; ++i) {
      const auto result = read(damage(*good), "damaged");
      accepted += result.ok() ? 1 : 0;
      if (const std::string fault = judge(result); !fault.empty()) {
        std::printf("%s, seed %llu, number %ld: %s\n", path.c_str(), static_cast<unsigned long long>(seed), i, fault.c_str());
        return 1;
      }
    }
    std::printf("%s: %ld damaged, %ld of them still programs\n", path.filename().c_str(), count, accepted);
  }
  return 0;
}
