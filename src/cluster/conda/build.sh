#!/bin/sh
# Puts an ImageJ folder with Triptych under $PREFIX/share, and its script on the path.
set -eu
target=$PREFIX/share/triptych
mkdir -p "$target" "$PREFIX/bin"
cp -R "$SRC_DIR"/triptych/triptych "$SRC_DIR"/triptych/plugins "$target"
cp "$SRC_DIR"/triptych/ij*.jar "$target/ij.jar"
ln -s ../share/triptych/triptych "$PREFIX/bin/triptych"
