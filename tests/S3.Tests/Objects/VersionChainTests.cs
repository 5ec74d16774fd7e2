using RustStack.S3.Blobs;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Objects;

public sealed class VersionChainTests
{
    [Fact]
    public void RandomChanges_AgreeWithAList()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            StoredObject? chain = null;
            List<string> list = [];
            for (int step = 0; step < 40; step++)
            {
                string id = random.Next(3) == 0 ? StoredObject.NullVersionId : $"v{random.Next(15)}";
                if (random.Next(3) == 0)
                {
                    chain = VersionChain.Remove(chain, id, out StoredObject? removed);
                    Assert.Equal(list.Remove(id) ? id : null, removed?.VersionId);
                }
                else if (!list.Contains(id) || id == StoredObject.NullVersionId)
                {
                    chain = VersionChain.Push(
                        chain, new() { VersionId = id, LastModified = default, Blob = new MemoryBlob([], 0) }, out StoredObject? displaced);
                    Assert.Equal(list.Remove(id) ? id : null, displaced?.VersionId);
                    list.Insert(0, id);
                }

                Assert.True(list.SequenceEqual(Ids(chain)), $"seed {Seed}, round {round}, step {step}");
            }
        }
    }

    [Fact]
    public void Replace_KeepsPlaceAndOthers()
    {
        StoredObject? chain = null;
        foreach (string id in new[] { "1", "2", "3" })
        {
            chain = VersionChain.Push(chain, new() { VersionId = id, LastModified = default }, out _);
        }

        StoredObject middle = VersionChain.Find(chain, "2")!;
        chain = VersionChain.Replace(chain!, middle, middle.With(new() { StorageClass = "GLACIER" }));
        Assert.Equal(["3", "2", "1"], Ids(chain));
        Assert.Equal("GLACIER", VersionChain.Find(chain, "2")!.Properties.StorageClass);
        Assert.Equal("STANDARD", VersionChain.Find(chain, "3")!.Properties.StorageClass);
    }

    private static IEnumerable<string> Ids(StoredObject? chain)
    {
        for (; chain is not null; chain = chain.Older) yield return chain.VersionId;
    }
}
