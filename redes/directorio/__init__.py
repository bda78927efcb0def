"""The directory as it is searched: networks, agencies, programmes, calls and twinnings in one index in memory."""
