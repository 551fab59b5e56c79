using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeInfer.Hosting;

/// <summary>
/// Ends a process that <c>edgeinfer</c> started when <c>edgeinfer</c> is gone, however it went: it holds one end of a pipe, which
/// the kernel closes with it. (A death signal, the alternative, is tied to the parent's thread, which .NET may end at any time.)
/// </summary>
internal static partial class ParentLife
{
    /// <summary>Names the environment variable with the descriptor of the child's end; a process that a user started has none.</summary>
    public const string Variable = "EDGEINFER_PARENT_PIPE";

    private const int Kill = 9;

    /// <summary>Watches from now on, in a thread of its own that waits in the kernel.</summary>
    public static void Watch()
    {
        if (!int.TryParse(
            Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor))
            return;
        // It is this process's own: one that it starts has another parent.
        Environment.SetEnvironmentVariable(Variable, null);
        if (Open(descriptor) is not { } pipe)
            return;
        new Thread(() => EndAfter(pipe)) { IsBackground = true, Name = "parent's life" }.Start();
    }

    /// <returns>Null where whoever handed the variable on kept the pipe: there is no parent to watch.</returns>
    private static FileStream? Open(int descriptor)
    {
        try
        {
            return new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        }
        catch (Exception closed) when (closed is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Nothing is ever written, so that a read returns at the end only. Nobody is left who could wait for an orderly one.
    /// </summary>
    private static void EndAfter(FileStream pipe)
    {
        _ = pipe.ReadByte();
        _ = Signal(Environment.ProcessId, Kill);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
