#include "driver/input.h"

#include "driver/process.h"
#include "driver/temporary.h"
#include "support/file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

namespace loo {
namespace {

namespace fs = std::filesystem;

bool is_source(const fs::path& path) { return path.extension() == ".ml" || path.extension() == ".mli"; }
bool is_object(const fs::path& path) { return path.extension() == ".cmo" || path.extension() == ".cma"; }

Diagnostic input_error(std::string file, std::string message) {
  return {ErrorKind::input, {std::move(file), "", std::nullopt}, std::move(message)};
}

Result<Image> read_program(const std::string& file, const ReadOptions& options) {
  auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  const FileKind kind = file_kind(*bytes);
  if (kind != FileKind::cmo && kind != FileKind::cma) return read_executable(*bytes, file, options);
  return link_objects(std::vector{ObjectFile{file, std::move(*bytes)}}, options);
}

// Copies the sources (and the .mli beside each) into `folder`; the words for
// ocamlc, in the order given, are relative to it.
Result<std::vector<std::string>> gather_sources(const std::vector<std::string>& inputs, const fs::path& folder) {
  std::vector<std::string> words;
  const auto add = [&](const fs::path& source) -> std::optional<Diagnostic> {
    const fs::path name = source.filename();
    if (std::ranges::find(words, name.string()) != words.end()) return std::nullopt;
    std::error_code error;
    fs::copy_file(source, folder / name, error);
    if (error) return input_error(source.string(), "cannot read: " + error.message());
    words.push_back(name.string());
    return std::nullopt;
  };
  for (const std::string& input : inputs) {
    const fs::path path(input);
    if (!is_source(path)) {
      words.push_back(fs::exists(path) ? fs::absolute(path).string() : input); // else a library that ocamlc finds
      continue;
    }
    fs::path interface = path;
    interface.replace_extension(".mli");
    if (path.extension() == ".ml" && fs::exists(interface)) {
      if (auto error = add(interface)) return *error;
    }
    if (!fs::exists(path)) return input_error(input, "no such file");
    if (auto error = add(path)) return *error;
  }
  return words;
}

Result<Image> compile_sources(const Arguments& arguments, const ReadOptions& options) {
  auto folder = TemporaryFolder::create();
  if (!folder) return folder.error();
  auto words = gather_sources(arguments.inputs, folder->path());
  if (!words) return words.error();

  // Primitives are checked against our runtime, later, not against OCaml's.
  ProcessRequest ocamlc{.argv = {"ocamlc", "-no-check-prims", "-o", "program.byte"}, .directory = folder->path().string()};
  for (const std::string& include : arguments.include_folders) {
    ocamlc.argv.push_back("-I");
    ocamlc.argv.push_back(fs::exists(include) ? fs::absolute(include).string() : include); // else ocamlc's own +NAME
  }
  if (options.debug_events) ocamlc.argv.push_back("-g");
  ocamlc.argv.insert(ocamlc.argv.end(), words->begin(), words->end());
  ocamlc.capture = true;
  auto done = run_process(ocamlc);
  if (!done) return input_error(arguments.inputs.front(), "ocamlc, which compiles it, is not in PATH");
  std::cerr << done->output;
  if (done->status != 0) return input_error(arguments.inputs.front(), "ocamlc failed");
  const fs::path program = folder->path() / "program.byte";
  if (!fs::exists(program)) return input_error(arguments.inputs.front(), "no program: only interfaces are given");
  auto image = read_program(program.string(), options);
  if (!image) {
    Diagnostic error = image.error();
    error.place.file = arguments.inputs.front();
    return error;
  }
  return image;
}

// Where stdlib.cma and std_exit.cmo are: OCAMLLIB, or what ocamlc says.
std::optional<fs::path> standard_library() {
  if (const char* folder = std::getenv("OCAMLLIB")) return folder;
  auto done = run_process({.argv = {"ocamlc", "-where"}, .directory = "", .capture = true});
  if (!done || done->status != 0) return std::nullopt;
  std::string folder = done->output;
  while (!folder.empty() && folder.back() == '\n') folder.pop_back();
  return folder;
}

// As `ocamlc` links: stdlib.cma first and std_exit.cmo (which flushes the
// channels) last, unless they were given.
Result<Image> link_files(const std::vector<std::string>& inputs, const ReadOptions& options) {
  std::vector<std::string> files = inputs;
  const auto named = [](const char* name) {
    return [name](const std::string& file) { return fs::path(file).filename() == name; };
  };
  const bool with_stdlib = std::ranges::any_of(files, named("stdlib.cma"));
  const bool with_exit = std::ranges::any_of(files, named("std_exit.cmo"));
  if (!with_stdlib || !with_exit) {
    const auto library = standard_library();
    if (!library) return input_error("stdlib.cma", "not found: give it, or set OCAMLLIB, or put ocamlc in PATH");
    if (!with_stdlib) files.insert(files.begin(), (*library / "stdlib.cma").string());
    if (!with_exit) files.push_back((*library / "std_exit.cmo").string());
  }
  std::vector<ObjectFile> objects;
  for (const std::string& file : files) {
    auto bytes = read_file(file);
    if (!bytes) return bytes.error();
    objects.push_back({file, std::move(*bytes)});
  }
  return link_objects(objects, options);
}

} // namespace

Result<Image> load_image(const Arguments& arguments) {
  const ReadOptions options{arguments.compile.debug_info};
  const auto& inputs = arguments.inputs;
  if (std::ranges::any_of(inputs, is_source)) return compile_sources(arguments, options);
  if (std::ranges::all_of(inputs, is_object)) return link_files(inputs, options);
  if (inputs.size() > 1)
    return input_error(inputs.front(), "several files are given: only .ml, .cmo and .cma files can be linked");
  return read_program(inputs.front(), options);
}

Result<std::vector<EmbeddedFile>> load_embedded(const Arguments& arguments) {
  std::vector<EmbeddedFile> files;
  for (const std::string& text : arguments.embedded) {
    // PATH, or PATH:NAME
    const std::size_t colon = text.rfind(':');
    const bool named = colon != std::string::npos && colon > 0 && colon + 1 < text.size();
    const std::string path = named ? text.substr(0, colon) : text;
    const auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    files.push_back({named ? text.substr(colon + 1) : path, {bytes->begin(), bytes->end()}});
  }
  return files;
}

} // namespace loo
