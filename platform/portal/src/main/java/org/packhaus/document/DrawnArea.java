package org.packhaus.document;

import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.LineSegment;
import com.itextpdf.kernel.geom.Matrix;
import com.itextpdf.kernel.geom.Point;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.geom.Subpath;
import com.itextpdf.kernel.geom.Vector;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.parser.EventType;
import com.itextpdf.kernel.pdf.canvas.parser.PdfCanvasProcessor;
import com.itextpdf.kernel.pdf.canvas.parser.data.IEventData;
import com.itextpdf.kernel.pdf.canvas.parser.data.ImageRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.data.PathRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.data.TextRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.listener.IEventListener;
import java.util.Set;

/**
 * Which part of a page has something on it. Rather too large than too small: pictures count as a whole, clipping is not looked at, and
 * what cannot be told counts as the whole page. Only white areas, which many carriers paint first, are nothing.
 */
final class DrawnArea implements IEventListener {
    private double left = Double.MAX_VALUE;
    private double bottom = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double top = -Double.MAX_VALUE;

    private DrawnArea() {}

    /** In the page's own coordinates, within what is visible of it; a blank page is as large as it is. */
    static Rectangle of(PdfPage page, Rectangle visible) {
        DrawnArea area = new DrawnArea();
        try {
            PdfCanvasProcessor processor = new PdfCanvasProcessor(area);
            processor.registerContentOperator("sh", (shading, operator, operands) -> area.add(visible));
            processor.processPageContent(page);
        } catch (RuntimeException e) {
            // A font or a picture iText cannot measure. It is printed all the same, with its page whole.
            return visible;
        }
        if (area.right <= area.left || area.top <= area.bottom) {
            return visible;
        }
        Rectangle drawn =
                new Rectangle((float) area.left, (float) area.bottom, (float) (area.right - area.left), (float)
                        (area.top - area.bottom));
        Rectangle both = drawn.getIntersection(visible);
        return both == null ? visible : both;
    }

    /** The same where a matrix takes it. */
    static Rectangle moved(Rectangle area, AffineTransform where) {
        DrawnArea moved = new DrawnArea();
        Point[] corners = area.toPointsArray();
        Point[] there = new Point[corners.length];
        where.transform(corners, 0, there, 0, corners.length);
        for (Point corner : there) {
            moved.add(corner.getX(), corner.getY());
        }
        return new Rectangle((float) moved.left, (float) moved.bottom, (float) (moved.right - moved.left), (float)
                (moved.top - moved.bottom));
    }

    @Override
    public void eventOccurred(IEventData data, EventType type) {
        switch (data) {
            case TextRenderInfo text -> text(text);
            case ImageRenderInfo image -> image(image.getImageCtm());
            case PathRenderInfo path -> path(path);
            default -> {} // Begins and ends of texts draw nothing.
        }
    }

    @Override
    public Set<EventType> getSupportedEvents() {
        return Set.of(EventType.RENDER_TEXT, EventType.RENDER_IMAGE, EventType.RENDER_PATH);
    }

    private void text(TextRenderInfo text) {
        if (!text.getText().isBlank()) {
            for (LineSegment line : new LineSegment[] {text.getAscentLine(), text.getDescentLine()}) {
                add(line.getStartPoint().get(Vector.I1), line.getStartPoint().get(Vector.I2));
                add(line.getEndPoint().get(Vector.I1), line.getEndPoint().get(Vector.I2));
            }
        }
    }

    private void image(Matrix where) {
        for (int corner = 0; corner < 4; corner++) {
            Vector at = new Vector(corner & 1, corner >> 1, 1).cross(where);
            add(at.get(Vector.I1), at.get(Vector.I2));
        }
    }

    private void path(PathRenderInfo path) {
        boolean strokes = (path.getOperation() & PathRenderInfo.STROKE) != 0;
        boolean fills = (path.getOperation() & PathRenderInfo.FILL) != 0 && !isWhite(path.getFillColor());
        if (!strokes && !fills) {
            return;
        }
        Matrix where = path.getCtm();
        double half = strokes ? path.getLineWidth() / 2 * Math.hypot(where.get(Matrix.I11), where.get(Matrix.I12)) : 0;
        for (Subpath part : path.getPath().getSubpaths()) {
            for (Point point : part.getPiecewiseLinearApproximation()) {
                Vector at = new Vector((float) point.getX(), (float) point.getY(), 1).cross(where);
                add(at.get(Vector.I1) - half, at.get(Vector.I2) - half);
                add(at.get(Vector.I1) + half, at.get(Vector.I2) + half);
            }
        }
    }

    private static boolean isWhite(Color color) {
        float white = color.getNumberOfComponents() == 4 ? 0 : 1;
        float[] values = color.getColorValue();
        if (values == null || values.length == 0) {
            return false; // a pattern
        }
        for (float value : values) {
            if (value != white) {
                return false;
            }
        }
        return color.getNumberOfComponents() != 2;
    }

    private void add(Rectangle area) {
        add(area.getLeft(), area.getBottom());
        add(area.getRight(), area.getTop());
    }

    private void add(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
    }
}
