using EdgeInfer.Core.Errors;

namespace EdgeInfer.Runtime.Configuration;

/// <summary>Where a device keeps what it must know after a restart, such as messages that the broker does not have yet.</summary>
internal static class StateFolder
{
    /// <summary>The folder that systemd gives a service with StateDirectory=, else one in the user's home.</summary>
    /// <exception cref="InvalidInputException">There is no home.</exception>
    public static string Default(string site, string device) => Of(
        Environment.GetEnvironmentVariable("STATE_DIRECTORY"),
        Environment.GetEnvironmentVariable("XDG_STATE_HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Path.Combine("edgeinfer", site, device));

    internal static string Of(string? service, string? state, string home, string device)
    {
        // A service with several folders gets them with colons between.
        if (service is { Length: > 0 })
            return service.Split(':')[0];
        if (state is { Length: > 0 })
            return Path.Combine(state, device);
        return home.Length > 0
            ? Path.Combine(home, ".local", "state", device)
            : throw new InvalidInputException("--state", "this user has no home folder: name a folder for messages that wait");
    }
}
