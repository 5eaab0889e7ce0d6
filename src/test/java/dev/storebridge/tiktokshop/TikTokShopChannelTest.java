package dev.storebridge.tiktokshop;

import dev.storebridge.contract.ChannelContractTest;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.RemoteChannel;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ShopAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TikTokShopChannelTest extends ChannelContractTest {

  private SandboxShop sandbox;

  @BeforeEach
  void open() {
    sandbox = new SandboxShop(new OpenGuards());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Override
  protected Channel channel() {
    return sandbox.channel();
  }

  @Override
  protected ShopAccount shop() {
    return ScriptedTikTok.SHOP;
  }

  @Override
  protected RemoteChannel remote() {
    return sandbox;
  }
}
