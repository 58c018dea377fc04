using NewCitizen.Conformance.Runner;

// write FILE: runs the kit on every store and writes the page.  check FILE: fails when the file is not what it would write.
return args switch
{
    ["write", var file] => await Matrix.WriteAsync(file),
    ["check", var file] => await Matrix.CheckAsync(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("write FILE | check FILE");
    return 2;
}
