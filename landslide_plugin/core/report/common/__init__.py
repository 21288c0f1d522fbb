"""What every chapter of the report uses: charts, maps, words, markup."""
