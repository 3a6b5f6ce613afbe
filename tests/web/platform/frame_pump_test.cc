#include "web/platform/frame_pump.h"

#include <gtest/gtest.h>

#include <vector>

namespace pingshen::platform {
namespace {

// The browser: remembers what it was asked for.
int g_requests = 0;
std::vector<double> g_timers;
int g_cleared = 0;

class FramePumpTest : public testing::Test {
 protected:
  void SetUp() override {
    g_requests = 0;
    g_cleared = 0;
    g_timers.clear();
  }

  FramePump Make() {
    return FramePump(
        {[] { ++g_requests; }, [](double ms) { g_timers.push_back(ms); }, [] { ++g_cleared; }},
        [this](bool draw) {
          drawn_.push_back(draw);
          if (input_ > 0) --input_;
          FramePump::Wish wish = wish_;
          if (changes_ > 0) {
            --changes_;
            wish.next_at_once = true;
          }
          return wish;
        },
        [this] { return input_ > 0; });
  }

  // Lets the browser deliver frames until it owes none; at most `limit`.
  int Deliver(FramePump& pump, int limit = 100) {
    int frames = 0;
    while (g_requests > 0 && frames < limit) {
      --g_requests;
      pump.OnFrame();
      ++frames;
    }
    return frames;
  }

  FramePump::Wish wish_;
  int input_ = 0;    // frames until all input is seen
  int changes_ = 0;  // frames that change the state
  std::vector<bool> drawn_;
};

TEST_F(FramePumpTest, AnEventIsThreeFramesAndThenNothing) {
  FramePump pump = Make();
  pump.Wake();
  EXPECT_FALSE(pump.resting());
  EXPECT_EQ(Deliver(pump), 3);
  EXPECT_TRUE(pump.resting());
  EXPECT_EQ(g_requests, 0);
  EXPECT_TRUE(g_timers.empty());
  EXPECT_EQ(pump.counts().drawn, 3u);
}

TEST_F(FramePumpTest, ManyEventsBeforeAFrameAskTheBrowserOnce) {
  FramePump pump = Make();
  pump.Wake();
  pump.Wake();
  pump.Wake();
  EXPECT_EQ(g_requests, 1);
  EXPECT_EQ(Deliver(pump), 3);
}

TEST_F(FramePumpTest, AnAnimationGoesOnUntilItEnds) {
  FramePump pump = Make();
  wish_.animating = true;
  pump.Wake();
  EXPECT_EQ(Deliver(pump, 50), 50);
  wish_.animating = false;
  EXPECT_EQ(Deliver(pump), 1);
}

TEST_F(FramePumpTest, AnAppointmentIsOneTimerAndAnyFrameReplacesIt) {
  FramePump pump = Make();
  wish_.wake_after_ms = 400;
  pump.Wake();
  Deliver(pump);
  EXPECT_EQ(g_timers, std::vector<double>{400});
  EXPECT_TRUE(pump.resting());
  EXPECT_EQ(pump.appointment_ms(), 400);
  wish_.wake_after_ms = -1;
  pump.Wake();
  Deliver(pump);
  EXPECT_EQ(g_cleared, 1);
  EXPECT_EQ(g_timers.size(), 1u);
  EXPECT_EQ(pump.appointment_ms(), -1);
}

TEST_F(FramePumpTest, AnAppointmentIsKeptWithoutAFrameFromTheBrowser) {
  FramePump pump = Make();
  pump.OnTimer();  // the page is hidden: no frame is delivered
  EXPECT_EQ(drawn_, std::vector<bool>{false});
}

TEST_F(FramePumpTest, ATapIsAnsweredBeforeTheNextRepaint) {
  FramePump pump = Make();
  input_ = 2;  // two frames until ImGui has seen the press and the release
  changes_ = 0;
  pump.TurnNow();
  EXPECT_EQ(drawn_, (std::vector<bool>{false, false}));
  EXPECT_EQ(pump.counts().undrawn, 2u);
  EXPECT_EQ(Deliver(pump), 3);
}

TEST_F(FramePumpTest, AChangeIsThoughtThroughAtOnce) {
  FramePump pump = Make();
  changes_ = 1;
  pump.TurnNow();
  EXPECT_EQ(pump.counts().undrawn, 2u);
}

TEST_F(FramePumpTest, NoScreenHoldsTheWorker) {
  FramePump pump = Make();
  wish_.next_at_once = true;
  pump.TurnNow();
  EXPECT_EQ(pump.counts().undrawn, static_cast<unsigned>(FramePump::kMaxTurns));
}

TEST_F(FramePumpTest, AfterStopNothingIsMade) {
  FramePump pump = Make();
  wish_.wake_after_ms = 5;
  pump.DrawNow();
  Deliver(pump);
  ASSERT_EQ(g_timers.size(), 1u);
  drawn_.clear();
  pump.Stop();
  EXPECT_EQ(g_cleared, 1);
  pump.Wake();
  pump.TurnNow();
  pump.OnFrame();
  pump.OnTimer();
  EXPECT_TRUE(drawn_.empty());
  EXPECT_EQ(g_requests, 0);
}

}  // namespace
}  // namespace pingshen::platform
