package org.packhaus.sandbox.carrier;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;

/**
 * A barcode of a label.
 *
 * @param content what a scanner reads; for {@link Kind#GS1_128} without the leading function character
 * @param readable what stands below it for people
 */
public record Code(Kind kind, String content, String readable) {

    /** The symbologies carriers print. */
    public enum Kind {
        CODE_128,
        GS1_128,
        /** Interleaved 2 of 5; an even number of digits. */
        ITF,
        DATA_MATRIX
    }

    boolean isSquare() {
        return kind == Kind.DATA_MATRIX;
    }

    /** Drawn by a library that knows no printer language. */
    Symbol symbol() {
        Symbol symbol = switch (kind) {
            case CODE_128 -> new Code128();
            case GS1_128 -> gs1();
            case ITF -> twoOfFive();
            case DATA_MATRIX -> new DataMatrix();
        };
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(kind == Kind.GS1_128 ? "[" + content.substring(0, 2) + "]" + content.substring(2) : content);
        return symbol;
    }

    private static Symbol gs1() {
        Code128 code = new Code128();
        code.setDataType(Symbol.DataType.GS1);
        return code;
    }

    private static Symbol twoOfFive() {
        Code2Of5 code = new Code2Of5();
        code.setMode(Code2Of5.ToFMode.INTERLEAVED);
        code.setModuleWidthRatio(2.5);
        return code;
    }

    /** The field that makes a Zebra printer draw it. @param dots a narrow bar's width @param tall in dots */
    String zpl(int dots, int tall) {
        return switch (kind) {
            // A: the printer changes between the subsets itself, pairs of digits in half the room.
            case CODE_128 -> "^BY%d^BCN,%d,N,N,N,A^FD%s^FS".formatted(dots, tall, content);
            case GS1_128 -> "^BY%d^BCN,%d,N,N,N^FD>;>8%s^FS".formatted(dots, tall, content);
            case ITF -> "^BY%d,2.5^B2N,%d,N,N,N^FD%s^FS".formatted(dots, tall, content);
            case DATA_MATRIX -> "^BXN,%d,200^FH^FD%s^FS".formatted(dots * 2, Zpl.escape(content));
        };
    }
}
