package org.packhaus.labelcheck;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * Draws ZPL by a program that is not ours: Zebrash, as the npm package zpl-renderer-js has it. One process draws all labels; it is asked
 * a line and answers a line.
 */
final class ZplRenderer implements AutoCloseable {
    private final Process node;
    private final BufferedWriter asks;
    private final BufferedReader answers;

    /** @param modules the folder {@code node_modules} that holds zpl-renderer-js */
    ZplRenderer(Path script, Path modules) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", script.toString(), modules.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        node = builder.start();
        asks = node.outputWriter(StandardCharsets.UTF_8);
        answers = node.inputReader(StandardCharsets.UTF_8);
    }

    /** @param dotsPerMm 8, 12 or 24 */
    synchronized BufferedImage draw(byte[] zpl, double widthMm, double heightMm, int dotsPerMm) throws IOException {
        asks.write("%s %s %d %s\n"
                .formatted(widthMm, heightMm, dotsPerMm, Base64.getEncoder().encodeToString(zpl)));
        asks.flush();
        String answer = answers.readLine();
        if (answer == null || answer.startsWith("!")) {
            throw new IOException("the ZPL renderer says: " + answer);
        }
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(answer)));
    }

    @Override
    public void close() {
        node.destroy();
    }
}
