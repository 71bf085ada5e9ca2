"""What planctl knows of Norwegian: words, sentences and their verbs, in bokmål and nynorsk."""
