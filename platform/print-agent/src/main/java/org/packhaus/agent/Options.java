package org.packhaus.agent;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line.
 *
 * @param server the portal
 * @param token of the print station
 * @param spool where files lie until they are printed and reported
 * @param printers the portal's names for printers, and where each prints; any other name is a printer of this computer
 */
record Options(URI server, String token, Path spool, Map<String, String> printers) {

    static final String HELP = """
            Usage: print-agent --server https://packhaus.example --token TOKEN [--spool DIR] [--printer NAME=TARGET …]
              --server   the portal's address
              --token    of the print station, shown once by the portal; better in the environment: PACKHAUS_PRINT_TOKEN
              --spool    where files lie until they are printed and reported (default: packhaus-print in the home folder)
              --printer  what a printer of the portal is here. TARGET is
                           system:NAME     a printer of this computer (also the default for any name)
                           tcp:HOST:9100   a label printer in the network
                           dir:FOLDER      a folder; each file is put there whole\
            """;

    static Options of(List<String> arguments, Map<String, String> environment) {
        URI server = null;
        String token = environment.getOrDefault("PACKHAUS_PRINT_TOKEN", "");
        Path spool = Path.of(System.getProperty("user.home"), "packhaus-print");
        Map<String, String> printers = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(HELP);
            }
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--server" -> server = server(value);
                case "--token" -> token = value;
                case "--spool" -> spool = Path.of(value);
                case "--printer" -> printer(value, printers);
                default -> throw new IllegalArgumentException(HELP);
            }
        }
        if (server == null || token.isBlank()) {
            throw new IllegalArgumentException(HELP);
        }
        return new Options(server, token.strip(), spool, Map.copyOf(printers));
    }

    private static URI server(String value) {
        URI server = URI.create(value.endsWith("/") ? value : value + "/");
        if (server.getHost() == null || !List.of("http", "https").contains(server.getScheme())) {
            throw new IllegalArgumentException("--server is an address like https://packhaus.example, not " + value);
        }
        return server;
    }

    private static void printer(String value, Map<String, String> printers) {
        int equals = value.indexOf('=');
        if (equals < 1 || !value.substring(equals + 1).matches("(system|tcp|dir):.+")) {
            throw new IllegalArgumentException(
                    "--printer is NAME=system:…, NAME=tcp:host:port or NAME=dir:folder, not " + value);
        }
        printers.put(value.substring(0, equals), value.substring(equals + 1));
    }
}
