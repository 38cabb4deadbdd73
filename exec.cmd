@rem The scripts of package.json begin with exec, as Unix shells know it. Windows finds this in its place.
@%*
