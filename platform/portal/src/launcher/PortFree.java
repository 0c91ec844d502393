import java.io.IOException;
import java.net.ServerSocket;

/** Exit 0 if that port is free on this machine. Run from its source by the launcher, which has no other portable way. */
class PortFree {
    public static void main(String[] args) {
        try (ServerSocket any = new ServerSocket(Integer.parseInt(args[0]))) {
            System.exit(0);
        } catch (IOException | IllegalArgumentException e) {
            System.exit(1);
        }
    }
}
