namespace EdgeInfer.Runtime.Tests.Hosting.InstructionSets;

/// <summary>/proc/cpuinfo of real machines, in parts.</summary>
internal static class ProcessorSamples
{
    /// <summary>A Xeon of the Ice Lake generation as a KVM guest sees it: AVX-512 with VBMI.</summary>
    public static IReadOnlyList<string> IceLake { get; } =
    [
        "processor\t: 0",
        "vendor_id\t: GenuineIntel",
        "cpu family\t: 6",
        "model\t\t: 106",
        "flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush "
            + "mmx fxsr sse sse2 ss ht syscall nx pdpe1gb "
            + "rdtscp lm constant_tsc arch_perfmon rep_good nopl xtopology nonstop_tsc cpuid "
            + "tsc_known_freq pni pclmulqdq monitor ssse3 fma cx16 "
            + "pcid sse4_1 sse4_2 x2apic movbe popcnt tsc_deadline_timer aes xsave avx f16c rdrand hypervisor lahf_lm abm 3dnowprefetch "
            + "cpuid_fault invpcid_single ssbd ibrs ibpb stibp ibrs_enhanced fsgsbase tsc_adjust bmi1 avx2 smep bmi2 erms invpcid avx512f "
            + "avx512dq rdseed adx smap avx512ifma clflushopt clwb avx512cd sha_ni avx512bw avx512vl xsaveopt xsavec xgetbv1 xsaves arat "
            + "avx512vbmi umip pku ospke avx512_vbmi2 gfni vaes vpclmulqdq avx512_vnni avx512_bitalg avx512_vpopcntdq la57 rdpid md_clear",
        "bugs\t\t: spectre_v1 spectre_v2",
        "",
    ];

    /// <summary>A Xeon Platinum 8171M as a Hyper-V guest sees it: AVX-512 without VBMI.</summary>
    public static IReadOnlyList<string> SkylakeX { get; } =
    [
        "processor\t: 0",
        "model name\t: Intel(R) Xeon(R) Platinum 8171M CPU @ 2.60GHz",
        "flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush "
            + "mmx fxsr sse sse2 ss ht syscall nx pdpe1gb "
            + "rdtscp lm constant_tsc rep_good nopl xtopology cpuid pni pclmulqdq ssse3 fma cx16 pcid "
            + "sse4_1 sse4_2 movbe popcnt aes xsave avx "
            + "f16c rdrand hypervisor lahf_lm abm 3dnowprefetch invpcid_single pti fsgsbase bmi1 hle "
            + "avx2 smep bmi2 erms invpcid rtm mpx avx512f "
            + "avx512dq rdseed adx smap clflushopt avx512cd avx512bw avx512vl xsaveopt xsavec xsaves",
        "",
    ];

    /// <summary>An EPYC of the Zen 3 generation as a KVM guest sees it: AVX2.</summary>
    public static IReadOnlyList<string> Zen3 { get; } =
    [
        "processor\t: 0",
        "vendor_id\t: AuthenticAMD",
        "model name\t: AMD EPYC",
        "flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht syscall nx mmxext "
            + "fxsr_opt pdpe1gb rdtscp lm constant_tsc rep_good nopl xtopology nonstop_tsc cpuid "
            + "extd_apicid tsc_known_freq pni pclmulqdq ssse3 "
            + "fma cx16 pcid sse4_1 sse4_2 x2apic movbe popcnt tsc_deadline_timer aes xsave avx f16c rdrand hypervisor lahf_lm cmp_legacy "
            + "cr8_legacy abm sse4a misalignsse 3dnowprefetch osvw topoext vmmcall fsgsbase tsc_adjust "
            + "bmi1 avx2 smep bmi2 erms invpcid rdseed "
            + "adx smap clflushopt clwb sha_ni xsaveopt xsavec xgetbv1 xsaves clzero xsaveerptr arat umip vaes vpclmulqdq rdpid fsrm",
        "bugs\t\t: sysret_ss_attrs null_seg spectre_v1 spectre_v2 spec_store_bypass srso",
        "",
    ];

    /// <summary>A Raspberry Pi 4.</summary>
    public static IReadOnlyList<string> RaspberryPi4 { get; } =
    [
        "processor\t: 0",
        "BogoMIPS\t: 108.00",
        "Features\t: fp asimd evtstrm crc32 cpuid",
        "CPU implementer\t: 0x41",
        "CPU part\t: 0xd08",
        "",
        "Model\t\t: Raspberry Pi 4 Model B Rev 1.4",
    ];
}
