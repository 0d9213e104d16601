use super::*;

/// A frozen line, a paused machine, or an answer that nobody asked for: none of them is a reason to show nothing for a
/// minute.
#[test]
fn a_line_that_stood_still_holds_no_picture_up_for_long() {
    for seconds in [2, 5, 8, 30, 60, 3600] {
        for bytes in [100, 300, 1700, 5000] {
            let mut desk = Desk::new(None, 9600, ms(50), true);
            for _ in 0..3 {
                desk.pace.key(desk.now);
                let asks = desk.pace.asks(desk.now);
                desk.pace.sent(desk.now, bytes, asks);
                desk.now += ms(40);
            }
            assert!(desk.pace.on_the_way() > 0);
            desk.now += ms(seconds * 1000);
            while desk.pace.on_the_way() > 0 {
                desk.pace.answered(desk.now);
            }
            for _ in 0..3 {
                desk.pace.key(desk.now);
                let due = desk.pace.due().map_or(desk.now, |due| due.max(desk.now));
                assert!(due <= desk.now + LONGEST, "{seconds} s, {bytes} bytes: {:?}", due - desk.now);
                desk.now = due;
                let asks = desk.pace.asks(desk.now);
                desk.pace.sent(desk.now, bytes, asks);
                desk.now += ms(300);
            }
        }
    }
}
