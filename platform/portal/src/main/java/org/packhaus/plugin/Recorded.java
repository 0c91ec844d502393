package org.packhaus.plugin;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Keeps a copy of the bytes that pass by in one direction, up to a limit. */
final class Recorded {
    private static final int MOST = 256 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long whole;

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    synchronized long whole() {
        return whole;
    }

    private synchronized void keep(ByteBuffer buffer) {
        ByteBuffer view = buffer.asReadOnlyBuffer();
        whole += view.remaining();
        byte[] part = new byte[Math.min(view.remaining(), Math.max(0, MOST - kept.size()))];
        view.get(part);
        kept.writeBytes(part);
    }

    HttpRequest.BodyPublisher around(HttpRequest.BodyPublisher body) {
        return new HttpRequest.BodyPublisher() {
            @Override
            public long contentLength() {
                return body.contentLength();
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                body.subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscriber.onSubscribe(subscription);
                    }

                    @Override
                    public void onNext(ByteBuffer item) {
                        keep(item);
                        subscriber.onNext(item);
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        subscriber.onError(thrown);
                    }

                    @Override
                    public void onComplete() {
                        subscriber.onComplete();
                    }
                });
            }
        };
    }

    <T> HttpResponse.BodyHandler<T> around(HttpResponse.BodyHandler<T> handler) {
        return info -> around(handler.apply(info));
    }

    private <T> HttpResponse.BodySubscriber<T> around(HttpResponse.BodySubscriber<T> body) {
        return new HttpResponse.BodySubscriber<>() {
            @Override
            public CompletionStage<T> getBody() {
                return body.getBody();
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                body.onSubscribe(subscription);
            }

            @Override
            public void onNext(List<ByteBuffer> items) {
                items.forEach(Recorded.this::keep);
                body.onNext(items);
            }

            @Override
            public void onError(Throwable thrown) {
                body.onError(thrown);
            }

            @Override
            public void onComplete() {
                body.onComplete();
            }
        };
    }
}
