#!/usr/bin/env bash
# Runs the published runtime on an emulated Ice Lake processor, where AVX-512 with VBMI is, checks bundles there, and scores
# 16,000 rows on the edges of each tree bundle by the AVX-512 kernel and by the plain walk: the digests must be equal.
# Installs nothing: unpacks Debian's bochs, a kernel and a boot loader into artifacts/avx512. Takes some minutes.
# Usage: tests/EdgeInfer.EndToEnd/avx512.sh [BUNDLE...]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$PWD/artifacts/avx512
runtime=$PWD/artifacts/publish/linux-x64
[ -x "$runtime/edgeinfer-runtime.x86-64-v4" ] || { echo "needs: dotnet publish src/EdgeInfer.Runtime -c Release -r linux-x64 -o artifacts/publish/linux-x64" >&2; exit 1; }
probe=$PWD/artifacts/publish/kernel-probe
[ -x "$probe/edgeinfer-kernel-probe" ] || { echo "needs: dotnet publish tests/EdgeInfer.KernelProbe -c Release -r linux-x64 -p:IlcInstructionSet=x86-64-v4 -o artifacts/publish/kernel-probe" >&2; exit 1; }
[ $# -gt 0 ] || set -- models/har-phone-fasttree

debian=$work/debian
if [ ! -d "$debian" ]; then
  mkdir -p "$work/debs"
  kernel=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image-/ { print $2; exit }')
  (cd "$work/debs" && apt-get download -qq "$kernel" bochs bochs-term bochsbios vgabios libltdl7 libsamplerate0 \
    busybox-static genisoimage isolinux syslinux-common)
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$debian"; done
fi

root=$work/root
iso=$work/iso
rm -rf "$root" "$iso"
mkdir -p "$root"/{bin,proc,sys,tmp,app,lib64,lib/x86_64-linux-gnu} "$iso/isolinux"
cp "$debian/bin/busybox" "$root/bin/"
cp "$runtime"/* "$probe/edgeinfer-kernel-probe" "$root/app/"
cp -L /lib64/ld-linux-x86-64.so.2 "$root/lib64/"
for library in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 libstdc++.so.6 libssl.so.3 libcrypto.so.3; do
  cp -L "/usr/lib/x86_64-linux-gnu/$library" "$root/lib/x86_64-linux-gnu/"
done
trees=0
: >"$work/proofs"
{
  cat <<'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
export HOME=/tmp
cd /app
grep -m1 'model name' /proc/cpuinfo
grep -m1 '^flags' /proc/cpuinfo | tr ' ' '\n' | grep '^avx' | tr '\n' ' '
echo
check() {
  ./edgeinfer-runtime check "$1" &
  while kill -0 $! 2>/dev/null; do
    last=$(readlink /proc/$!/exe) && seen=$last
    usleep 20000
  done
  wait $!
  echo "exit code $? of $seen"
}
prove() {
  ./edgeinfer-kernel-probe Reference "$1/model.trees" edges 16000 | tee /tmp/reference
  ./edgeinfer-kernel-probe Heads512 "$1/model.trees" edges 16000 | tee /tmp/heads
  [ "$(sed 's/.*digest //' /tmp/reference)" = "$(sed 's/.*digest //' /tmp/heads)" ] && echo "kernels agree"
}
INIT
  for bundle in "$@"; do
    name=$(basename "$bundle")
    cp -r "$bundle" "$root/app/$name"
    echo "check $name"
    if [ -e "$bundle/model.trees" ]; then
      trees=$((trees + 1))
      echo "prove $name" >>"$work/proofs"
    fi
  done
  cat "$work/proofs"
  echo 'echo end; sleep 2; poweroff -f'
} >"$root/init"
chmod +x "$root/init"
(cd "$root" && find . | "$debian/bin/busybox" cpio -o -H newc 2>/dev/null) | gzip -6 >"$iso/initrd.gz"
cp "$debian"/boot/vmlinuz-* "$iso/vmlinuz"
cp "$debian/usr/lib/ISOLINUX/isolinux.bin" "$debian/usr/lib/syslinux/modules/bios/ldlinux.c32" "$iso/isolinux/"
# Bochs 2.7 tells sizes of the PKU and compacted XSAVE areas that this kernel refuses, after which it drops AVX
# (515, 321, 323, 514), and trips over the kernel's patches of its own code for ERMS, FSRM, SMAP and SMEP.
cat >"$iso/isolinux/isolinux.cfg" <<'BOOT'
DEFAULT linux
LABEL linux
 KERNEL /vmlinuz
 APPEND initrd=/initrd.gz console=ttyS0 quiet mitigations=off nokaslr tsc=reliable lpj=1000000 panic=-1 clearcpuid=515,514,321,323,297,580,308,295 nosmap nosmep
BOOT
"$debian/usr/bin/genisoimage" -quiet -o "$work/boot.iso" -b isolinux/isolinux.bin -c isolinux/boot.cat \
  -no-emul-boot -boot-load-size 4 -boot-info-table "$iso"
cat >"$work/bochsrc" <<BOCHS
display_library: rfb, options="timeout=0"
sound: driver=dummy
megs: 1024
cpu: model=corei7_icelake_u, count=1, ips=100000000, ignore_bad_msrs=1
romimage: file=$debian/usr/share/bochs/BIOS-bochs-latest
vgaromimage: file=$debian/usr/share/bochs/VGABIOS-lgpl-latest
ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14
ata0-master: type=cdrom, path=$work/boot.iso, status=inserted
boot: cdrom
com1: enabled=1, mode=file, dev=$work/serial.txt
clock: sync=none
log: $work/bochs.log
BOCHS
: >"$work/serial.txt"
rm -f "$work/commands"
mkfifo "$work/commands"
exec 3<>"$work/commands"
# Debian's bochs has its debugger on, which waits for this: continue.
echo c >&3
BXSHARE=$debian/usr/share/bochs LD_LIBRARY_PATH=$debian/usr/lib/x86_64-linux-gnu \
  LTDL_LIBRARY_PATH=$debian/usr/lib/x86_64-linux-gnu/bochs/plugins \
  "$debian/usr/bin/bochs-bin" -q -f "$work/bochsrc" <&3 >"$work/bochs.txt" 2>&1 &
emulator=$!
trap 'kill -9 "$emulator" 2>/dev/null || true' EXIT
for _ in $(seq 180); do
  sleep 5
  kill -0 "$emulator" 2>/dev/null || break
  ! grep -q '^end' "$work/serial.txt" || break
done
tr -d '\r' <"$work/serial.txt" | grep -v '^$'
[ "$(grep -c '^exit code 0 of /app/edgeinfer-runtime.x86-64-v4' "$work/serial.txt")" = $# ]
[ "$(grep -c '^kernels agree' "$work/serial.txt")" = "$trees" ]
