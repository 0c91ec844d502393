package org.packhaus.sandbox;

import java.util.List;

/** The command line. */
record Options(String host, int port, String data) {

    private static final String HELP = """
            Usage: packhaus-sandbox [--port 8090] [--host 127.0.0.1] [--data DIR]
              --port   0 takes a free one; the chosen address is printed
              --host   the interface to listen on
              --data   keep orders and charges in this folder over a restart\
            """;

    static Options of(List<String> arguments) {
        String host = "127.0.0.1";
        int port = 8090;
        String data = "";
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(HELP);
            }
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--port" -> port = port(value);
                case "--host" -> host = value;
                case "--data" -> data = value;
                default -> throw new IllegalArgumentException(HELP);
            }
        }
        return new Options(host, port, data);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through.
        }
        throw new IllegalArgumentException("--port must be a number between 0 and 65535, not " + value);
    }
}
