using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Bench.Reference;
using RustStack.Server.Hosting;

// reference: listens on a free port, prints its address and then "Ready.".
// Any path that ends in /N answers N bytes; /hash/N reads the body through MD5 first, as an ETag needs it, every other path only reads it.
using KestrelServer server = WebServer.Create([new(IPAddress.Loopback, 0)], NullLoggerFactory.Instance);
await server.StartAsync(new CannedApplication(), CancellationToken.None);
Console.WriteLine($"Listening on {server.Features.Get<IServerAddressesFeature>()!.Addresses.First()}");
Console.WriteLine("Ready.");
await Task.Delay(Timeout.Infinite);
