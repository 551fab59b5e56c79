using System.Net.Sockets;
using System.Security.Authentication;
using MQTTnet.Exceptions;

namespace EdgeInfer.Telemetry.Links;

/// <summary>Why no connection came about, in words, where the broker gave no answer that MQTT knows.</summary>
internal static class ConnectFailure
{
    private const string AlertMark = " alert ";
    private const string OldVersions = "the broker speaks neither TLS 1.2 nor 1.3";

    /// <param name="greeted">The TLS handshake was over for us, and MQTT under way.</param>
    public static LinkFailedException Of(Exception error, LinkOptions options, bool greeted)
    {
        if (All(error).Select(cause => cause.Message).FirstOrDefault(IsOfOpenSsl) is { } message
            && Handshake(message, options) is { } reason)
            return new LinkFailedException(reason, error) { Refused = true };
        var root = error.GetBaseException();
        return root switch
        {
            OperationCanceledException => new LinkFailedException("no answer from the broker", error),
            AuthenticationException => new LinkFailedException(
                "what answers is no TLS; a port without it is written mqtt://", error) { Refused = true },
            MqttProtocolViolationException => new LinkFailedException($"what answers is no MQTT 5: {root.Message}", error),
            _ when IsSilentEnd(root) => new LinkFailedException(SilentEnd(options, greeted), error),
            _ => new LinkFailedException(root.Message, error),
        };
    }

    /// <summary>MQTTnet gathers what the reading and the closing side saw, in either order: the alert is among them.</summary>
    private static IEnumerable<Exception> All(Exception error) => (error switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(All),
        { InnerException: { } cause } => All(cause),
        _ => [],
    }).Prepend(error);

    private static bool IsSilentEnd(Exception root) => root
        is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.NotConnected }
        or MqttCommunicationException { InnerException: null }
        or IOException;

    private static string SilentEnd(LinkOptions options, bool greeted)
    {
        if (options.Tls is null)
            return "the broker closed the connection without an answer to an MQTT 5 CONNECT; "
                + "a port for TLS does that (mqtts://), and so does RabbitMQ before 3.13, which speaks MQTT 3.1.1 only";
        if (!greeted)
            return "the broker closed the connection within the TLS handshake; a port without TLS does that (mqtt://)";
        return options.Tls.ClientCertificate is null
            ? "the broker closed the connection without an answer to an MQTT 5 CONNECT; one that asks for a client certificate "
                + "does that (--client-certificate), and so does RabbitMQ before 3.13, which speaks MQTT 3.1.1 only"
            : "the broker closed the connection without an answer to an MQTT 5 CONNECT; one that refuses the client certificate "
                + "does that, and so does RabbitMQ before 3.13, which speaks MQTT 3.1.1 only";
    }

    /// <summary>Such as 'error:0A000418:SSL routines::tlsv1 alert unknown ca', where an alert is what the other side says.</summary>
    private static bool IsOfOpenSsl(string message) => message.StartsWith("error:", StringComparison.Ordinal);

    private static string? Handshake(string message, LinkOptions options) =>
        message.Contains("unsupported protocol", StringComparison.Ordinal) ? OldVersions
        : message.IndexOf(AlertMark, StringComparison.Ordinal) is >= 0 and var at ? Alert(message[(at + AlertMark.Length)..], options)
        : null;

    private static string Alert(string alert, LinkOptions options) => alert switch
    {
        "protocol version" => OldVersions,
        "certificate required" or "handshake failure" when options.Tls?.ClientCertificate is null =>
            "the broker requires a client certificate; name it with --client-certificate FILE and --client-key FILE "
            + $"(TLS alert: {alert})",
        "unknown ca" or "bad certificate" or "certificate expired" or "certificate revoked" or "certificate unknown"
            or "unsupported certificate" or "access denied" or "decrypt error" or "certificate required" =>
            $"the broker refused the client certificate {options.Tls?.ClientCertificate}: {alert}",
        _ => $"the broker ended the TLS handshake: {alert}",
    };
}
