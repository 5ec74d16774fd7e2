using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;
using RustStack.Server.Gateway;

namespace RustStack.Server.Hosting;

/// <summary>Joins the gateway to the web server, which keeps one context object per connection for its requests to share.</summary>
/// <param name="gateway">The gateway.</param>
internal sealed class GatewayApplication(RequestGateway gateway) : IHttpApplication<DefaultHttpContext>
{
    /// <inheritdoc/>
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> connection) return new(contextFeatures);
        if (connection.HostContext is not { } context) return connection.HostContext = new(contextFeatures);
        context.Initialize(contextFeatures);
        return context;
    }

    /// <inheritdoc/>
    public Task ProcessRequestAsync(DefaultHttpContext context) => gateway.HandleAsync(context);

    /// <inheritdoc/>
    public void DisposeContext(DefaultHttpContext context, Exception? exception) => context.Uninitialize();
}
