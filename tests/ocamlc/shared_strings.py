"""What of a .cmi or .cmo depends on the identity of strings, taken out.

`Marshal` writes a string that it has written before as a reference, where before means the same string in memory. Strings
of Lua have no identity: our runtime (runtime/lua/marshal.lua) shares equal strings of 5 bytes or more, no shorter ones, and no
floats. `cmi` and `cmo` write a file of the native ocamlc anew under that rule: what comes out is the file, to the byte,
that ocamlc as Lua must write. Code, blocks and their sharing, numbers and the order of it all stay as they are; lengths and
digests of what became shorter or longer follow.

With `floats=False` integral floats of the range of 32-bit ints are written as ints, as Luas do that don't tell them apart.
The format is that of OCaml's runtime/extern.c; one pass over the tokens, no tree.
"""
import hashlib
import struct

HEADER = struct.Struct(">5I")
MAGIC = 0x8495A6BE
CUSTOM_SIZES = {b"_i": (4, 4, 4), b"_j": (8, 8, 8)}  # bytes in the file, on 32 bits, on 64


class Damaged(Exception):
    """Not the format, or a part of it that compilers don't write."""


class Writer:
    def __init__(self, sharing_by_value, floats):
        self.by_value, self.floats = sharing_by_value, floats
        self.out = bytearray()
        self.strings = {}
        self.count = self.size32 = self.size64 = 0
        self.last_int = None

    def integer(self, n):
        self.last_int = len(self.out), n
        if 0 <= n < 64:
            self.out.append(64 + n)
        elif -128 <= n < 128:
            self.out += struct.pack(">Bb", 0, n)
        elif -32768 <= n < 32768:
            self.out += struct.pack(">Bh", 1, n)
        elif -1 << 30 <= n < 1 << 30:
            self.out += struct.pack(">Bi", 2, n)
        else:
            self.out += struct.pack(">Bq", 3, n)

    def reference(self, position):
        distance = self.count - position
        code, layout = (4, ">BB") if distance < 256 else (5, ">BH") if distance < 65536 else (6, ">BI")
        self.out += struct.pack(layout, code, distance)

    def object(self, words32, words64):
        self.size32 += 1 + words32
        self.size64 += 1 + words64
        self.count += 1
        return self.count - 1

    def string(self, s):
        if self.by_value and s in self.strings:
            return self.reference(self.strings[s])
        position = self.object(len(s) // 4 + 1, len(s) // 8 + 1)
        if len(s) >= 5:
            self.strings[s] = position
        if len(s) < 32:
            self.out.append(32 + len(s))
        elif len(s) < 256:
            self.out += struct.pack(">BB", 9, len(s))
        else:
            self.out += struct.pack(">BI", 10, len(s))
        self.out += s
        return position

    def double(self, bits):
        value = struct.unpack("<d", bits)[0]
        if not self.floats and value.is_integer() and -1 << 31 <= value < 1 << 31 and bits != struct.pack("<d", -0.0):
            return self.integer(int(value))
        self.out += b"\x0c" + bits
        return self.object(2, 1)


def rewrite(data, start, sharing_by_value=True, floats=True, replaced=None):
    """(the value at data[start:], with its header, written anew; where it ended; the writer). `replaced` maps strings."""
    magic, length, objects, size32, size64 = HEADER.unpack_from(data, start)
    if magic != MAGIC:
        raise Damaged(f"no marshalled value at {start}")
    at = start + HEADER.size
    end = at + length
    writer = Writer(sharing_by_value, floats)
    seen = []  # by number of object in `data`: ("string", s) | ("double", bits) | ("block", number in the output)
    replaced = replaced or {}

    def take(layout):
        nonlocal at
        values = struct.unpack_from(layout, data, at)
        at += struct.calcsize(layout)
        return values if len(values) > 1 else values[0]

    def take_bytes(size):
        nonlocal at
        at += size
        return data[at - size:at]

    def string(size):
        s = take_bytes(size)
        s = replaced.get(s, s)
        position = writer.string(s)
        seen.append(("string", s) if sharing_by_value else ("block", position))

    def block(size, header):
        if size:
            seen.append(("block", writer.object(size, size)))
        writer.out += header

    while at < end:
        code = take(">B")
        if code >= 128:
            block((code >> 4) - 8, bytes([code]))
        elif code >= 64:
            writer.integer(code - 64)
        elif code >= 32:
            string(code - 32)
        elif code in (0, 1, 2, 3):
            writer.integer(take((">b", ">h", ">i", ">q")[code]))
        elif code in (4, 5, 6):
            kind, what = seen[len(seen) - take((">B", ">H", ">I")[code - 4])]
            if kind == "block":
                writer.reference(what)
            elif kind == "string":
                writer.string(what)
            else:
                writer.double(what)
        elif code == 8:
            header = take(">I")
            block(header >> 10, struct.pack(">BI", code, header))
        elif code in (9, 10):
            string(take(">B" if code == 9 else ">I"))
        elif code == 12:
            bits = take_bytes(8)
            position = writer.double(bits)
            seen.append(("double", bits) if sharing_by_value else ("block", position))
        elif code in (14, 7):
            size = take(">B" if code == 14 else ">I")
            seen.append(("block", writer.object(2 * size, size)))
            writer.out += (struct.pack(">BB", 14, size) if size < 256 else struct.pack(">BI", 7, size)) + take_bytes(8 * size)
        elif code == 25:
            name = data[at:data.index(b"\0", at)]
            at += len(name) + 1
            # A nativeint's first byte says whether 4 or 8 follow.
            inside, on32, on64 = CUSTOM_SIZES.get(name) or (5 if data[at] == 1 else 9, 4, 8)
            seen.append(("block", writer.object(1 + (on32 + 3) // 4, 1 + (on64 + 7) // 8)))
            writer.out += b"\x19" + name + b"\0" + take_bytes(inside)
        else:
            raise Damaged(f"code {code} at {at - 1}")
    if at != end or len(seen) != objects:
        raise Damaged(f"{len(seen)} of {objects} objects, {at - end} bytes too far")
    return HEADER.pack(MAGIC, len(writer.out), writer.count, writer.size32, writer.size64) + writer.out, at, writer


def cmi(data, **rule):
    """Magic number; name and signature; digests of the interfaces, the first being that of all before it; flags."""
    signature, at, _ = rewrite(data, 12, **rule)
    out = data[:12] + signature
    own = {hashlib.md5(data[:at]).digest(): hashlib.md5(out).digest()}
    digests, at, _ = rewrite(data, at, replaced=own, **rule)
    flags, at, _ = rewrite(data, at, **rule)
    if at != len(data):
        raise Damaged(f"{len(data) - at} bytes after the flags")
    return out + digests + flags


def cmo(data, **rule):
    """Magic number; where the unit's description is; code; with -g events and folders; the description."""
    unit = struct.unpack_from(">I", data, 12)[0]
    description, at, writer = rewrite(data, unit, **rule)
    if at != len(data):
        raise Damaged(f"{len(data) - at} bytes after the description")
    # Its last field is the size of what -g adds, in front of it.
    last_at, debug_size = writer.last_int
    start = at = unit - debug_size
    debug = b""
    while at < unit:
        part, at, _ = rewrite(data, at, **rule)
        debug += part
    writer.out[last_at:] = b""
    writer.integer(len(debug))
    description = HEADER.pack(MAGIC, len(writer.out), writer.count, writer.size32, writer.size64) + writer.out
    return data[:12] + struct.pack(">I", start + len(debug)) + data[16:start] + debug + description
