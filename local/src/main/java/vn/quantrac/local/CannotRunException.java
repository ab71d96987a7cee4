package vn.quantrac.local;

/** The machine or the suite lacks what a run needs; the message is one line for the person who started it. */
public class CannotRunException extends RuntimeException {
    public CannotRunException(String message) {
        super(message);
    }
}
