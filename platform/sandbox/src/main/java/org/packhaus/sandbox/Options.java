package org.packhaus.sandbox;

import java.util.List;
import org.packhaus.sandbox.otto.ReturnBook;

/** The command line. */
record Options(String host, int port, String data, int decidesAfterDays) {

    private static final String HELP = """
            Usage: packhaus-sandbox [--port 8090] [--host 127.0.0.1] [--data DIR]
              --port   0 takes a free one; the chosen address is printed
              --host   the interface to listen on
              --data   keep orders and charges in this folder over a restart
              --decides-after   days after which OTTO takes back a return nobody decided about, 0 for never\
            """;

    static Options of(List<String> arguments) {
        String host = "127.0.0.1";
        int port = 8090;
        String data = "";
        int decidesAfterDays = ReturnBook.DEADLINE_DAYS;
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(HELP);
            }
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--port" -> port = number("--port", value, 65_535);
                case "--host" -> host = value;
                case "--data" -> data = value;
                case "--decides-after" -> decidesAfterDays = number("--decides-after", value, 365);
                default -> throw new IllegalArgumentException(HELP);
            }
        }
        return new Options(host, port, data, decidesAfterDays);
    }

    private static int number(String name, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through.
        }
        throw new IllegalArgumentException(name + " must be a number between 0 and " + most + ", not " + value);
    }
}
