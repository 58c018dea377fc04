using NewCitizen.Conformance.Runner;

// write FILE: runs the kit on every store and writes the table.  check FILE: fails when the file is not what it would write.
// serve MAJOR: starts a throw-away PostgreSQL, says how to connect, and stops with this process however it ends.
return args switch
{
    ["write", var file] => await Matrix.WriteAsync(file),
    ["check", var file] => await Matrix.CheckAsync(file),
    ["serve", var major] => await Serving.RunAsync(int.Parse(major, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("write FILE | check FILE | serve 15|18");
    return 2;
}
